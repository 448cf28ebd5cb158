import assert from "node:assert/strict";
import { it } from "node:test";
import { prerendered, started } from "./prerendered.js";

const ARTICLE = JSON.stringify({ headline: "Night train to Trieste returns", url: "https://herald.example/night-train" });

prerendered(started("npm start", "http://localhost:8787"), {
  headlines: ["Last coal ship leaves the harbour", "Tug crews vote on the new night rota"],
  more(at) {
    const post = body => fetch(at.site.origin, { method: "POST", body });

    it("answers an article with its card, also after bodies that are none", async () => {
      const jsonLd = { "@context": "https://schema.org", "@type": "NewsArticle", headline: "Night train to Trieste returns" };
      for (const body of [ARTICLE, JSON.stringify(jsonLd)]) {
        for (const wrong of [ARTICLE.slice(0, 20), "", "Night train", "[[[", new Uint8Array([0, 255, 128])]) {
          const refused = await post(wrong);
          assert.equal(refused.status, 422);
          const { diagnostics } = await refused.json();
          assert.ok(diagnostics.length > 0 && diagnostics.every(({ code, message }) => code && message));
        }
        const answer = await post(body);
        assert.equal(answer.status, 200);
        const html = await answer.text();
        assert.match(html, /^<article-card.*<template shadowrootmode="open">.*Night train to Trieste returns/);
      }
    });

    it("answers an article that may not be shown with the reason, and none of its words", async () => {
      const withheld = await post(JSON.stringify({ headline: "Harbour sold", embargoedUntil: "2199-01-01T00:00:00Z" }));
      assert.equal(withheld.status, 422);
      const text = await withheld.text();
      assert.match(text, /"code":"withheld"/);
      assert.doesNotMatch(text, /Harbour sold/);
    });
  },
});
