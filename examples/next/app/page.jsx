import Link from "next/link";
import { COAL_SHIP } from "./articles.js";
import { Card } from "./Card.jsx";
import { rendered } from "./rendered.js";

export default function Page() {
  return (
    <>
      <h1>From the harbour</h1>
      <p>The server has rendered this card: it was in the page before any script.</p>
      <Card html={rendered(COAL_SHIP)} />
      <p>
        <Link href="/night-train">To the railway</Link>
      </p>
    </>
  );
}
