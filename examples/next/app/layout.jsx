import "article-card/article-card.css";
import "./page.css";

export const metadata = { title: "article-card with Next.js" };

export default function Layout({ children }) {
  return (
    <html lang="en-GB">
      <body>
        <main>{children}</main>
      </body>
    </html>
  );
}
