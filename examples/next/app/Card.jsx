"use client";

import { ArticleCard } from "article-card/react";
import { useState } from "react";

/** A card, and what was opened of it. */
export function Card({ html }) {
  const [opened, setOpened] = useState("");

  function open(event) {
    // The page keeps the reader: this is where a router would go on.
    event.preventDefault();
    setOpened(event.detail.href);
  }

  return (
    <>
      <ArticleCard html={html} onOpen={open} />
      <output>{opened}</output>
    </>
  );
}
