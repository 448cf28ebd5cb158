//! The front page, with cards that are complete before any script, and the files of the client.

use article_card::platform::Native;
use article_card::prerender::{Style, hash, prerender};
use article_card::{Options, ReadOptions, read};
use axum::Router;
use axum::http::{HeaderValue, header::CONTENT_SECURITY_POLICY};
use axum::response::Html;
use axum::routing::get;
use tokio::net::TcpListener;
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

/// In the card's own JSON; its addresses are whole, since an article may stand on any page.
const ARTICLES: [&str; 2] = [
    include_str!("../../articles/last-coal-ship.json"),
    include_str!("../../articles/night-rota.json"),
];

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    // The cards bring their stylesheet along, which the policy allows by its hash.
    let policy = format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' '{}'; img-src 'self'; connect-src 'self'",
        hash()
    );
    let site = Router::new()
        .route("/", get(front))
        // The Yew app, as trunk has built it.
        .nest_service("/preview", ServeDir::new("dist/preview"))
        // What brings the cards of the front page to life.
        .nest_service("/article-card", ServeDir::new("../article-card"))
        .fallback_service(ServeDir::new("public"))
        .layer(SetResponseHeaderLayer::overriding(
            CONTENT_SECURITY_POLICY,
            HeaderValue::try_from(policy)?,
        ));
    let listener = TcpListener::bind("127.0.0.1:3000").await?;
    println!("http://localhost:3000/");
    axum::serve(listener, site).await?;
    Ok(())
}

async fn front() -> Html<String> {
    let cards: String = ARTICLES.iter().map(|json| card(json)).collect();
    Html(format!(
        r#"<!doctype html>
<html lang="en-GB">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>From the harbour</title>
    <link rel="stylesheet" href="/page.css">
    <script type="module" src="/article-card/article-card.js"></script>
  </head>
  <body>
    <main>
      <h1>From the harbour</h1>
      <p>The port has loaded coal since 1911. It ended on a Friday, before breakfast.</p>
      {cards}
      <p><a href="/preview/">Preview a card</a></p>
    </main>
  </body>
</html>
"#
    ))
}

/// The card of an article as HTML, and nothing of one that may not be shown now.
fn card(json: &str) -> String {
    let reading = read(json.as_bytes(), &ReadOptions::default());
    let mut diagnostics = reading.report.diagnostics;
    let mut html = String::new();
    // The headline of the page is its h1.
    let options = Options { heading_level: 2, ..Options::default() };
    for article in &reading.articles {
        let card = prerender(article, &options, &Native::system(), &Style::default());
        diagnostics.extend(card.report.diagnostics);
        html += &card.html;
    }
    for diagnostic in diagnostics {
        eprintln!("{} {}: {}", diagnostic.code, diagnostic.path.as_str(), diagnostic.reason);
    }
    html
}
