// The types of the toolkit, in a project without a browser: what is meant compiles, and what is not does not.
import { check, read, render, schema, stylesheet, version, type Article, type CheckedArticle, type RenderOptions } from "article-card/toolkit";
import { render as small } from "article-card/render";

const article: Article = { headline: "Harbour wall opens", published: "2026-02-27" };
const options: RenderOptions = {
  layout: "hero",
  headingLevel: 2,
  timeZone: "Europe/London",
  hide: "byline related",
  lang: "en-GB",
  style: "nonce",
  nonce: "{{ nonce }}",
  now: new Date(),
};

const { html, diagnostics } = render(article, options);
export const told: string[] = diagnostics.map(({ severity, code, path, message, line, column }) => `${severity} ${code} ${path} ${message} ${line + column}`);
export const written: string = html + small(new Uint8Array(), { page: true, url: "https://herald.example/" }).html;

const { format, articles } = read("{}", { page: "https://herald.example/", now: 0 });
const found: Article[] = articles;
export const all: number = read("[]", { every: true }).articles.length + check("[]", { every: true }).length;
export const isPage: boolean = format === "page" && found[0]?.headline === "H";
const report: CheckedArticle[] = check(new ArrayBuffer(0));
export const ok: boolean | undefined = report[0]?.ok;
const [checked] = check("{}", { rows: true, page: "https://herald.example/", now: 0 });
export const table: string[] | undefined = checked?.rows.map(
  ({ field, value, from, line, column, notes }) =>
    `${field} ${value} ${from} ${(line ?? 1) + (column ?? 1)} ${notes.map(({ severity, code, text }) => `${severity ?? ""} ${code ?? ""} ${text}`).join()}`,
);
export const mayHaveRows: number | undefined = check("{}", { rows: Math.random() < 0.5 })[0]?.rows?.length;
export const title: unknown = schema().title;
export const { css, name, hash }: { css: string; name: string; hash: string } = stylesheet({ page: true });
export const major: string | undefined = version.split(".")[0];

// @ts-expect-error no layout
render(article, { layout: "big" });
// @ts-expect-error no option
render(article, { layuot: "hero" });
// @ts-expect-error the host takes its JSON by it, and a rendered card has its own
render(article, { htmlFor: "news" });
// @ts-expect-error an address, which `read` takes
render(article, { page: "https://herald.example/" });
// @ts-expect-error a text is no time
read("{}", { now: "2026-02-27" });
// @ts-expect-error no input
check(42);
// @ts-expect-error a table is of one article, which `check` tells
read("{}", { rows: true });
// @ts-expect-error no boolean
check("{}", { rows: "yes" });
// @ts-expect-error no boolean
read("{}", { every: 1 });
// @ts-expect-error nobody has asked for them
export const unasked = check("{}")[0]?.rows.length;
// @ts-expect-error a misspelt field
render({ headline: "H", bulets: [] });
// @ts-expect-error there is no such code
export const isNothing = diagnostics[0]?.code === "nothing";
