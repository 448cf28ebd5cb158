// What a policy allows a card, case by case, and what is said where it does not.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { HEADERS, needsOf, pictureHosts, policyLines } from "../../workbench/out/needs.js";
import { judge } from "../../workbench/out/policy.js";
import { targetOf } from "../../workbench/out/targets.js";

const PAGE = "https://news.example";
const HASH = "sha256-EQ0BgKedvtl/BaYGv1aZDkjEQv6EwqEOuPOaeUrKBSc=";
const NEEDS = [
  { kind: "script", words: "script", url: "https://cdn.example/article-card/article-card.js" },
  { kind: "wasm", words: "wasm" },
  { kind: "connect", words: "connect", url: "https://cdn.example/article-card/article-card-runtime.wasm" },
  { kind: "image", words: "image", url: "https://pictures.example/a/b.webp" },
  { kind: "style", words: "style", hash: HASH },
];
const FULL = `script-src https://cdn.example 'wasm-unsafe-eval'; connect-src https://cdn.example; ` +
  `img-src https://pictures.example; style-src '${HASH}'`;

/** Each policy with the kinds of what is missing. */
const CASES = [
  ["nothing", "", ""],
  ["all that is needed", FULL, ""],
  ["default-src 'none' alone", "default-src 'none'", "script wasm connect image style"],
  ["an empty list is as 'none'", "img-src", "image"],
  ["'self' is another origin", "default-src 'self'", "script wasm connect image style"],
  ["'none' beside the full", `default-src 'none'; ${FULL}`, ""],
  ["odd spacing", `\t default-src\t'none' ;;  ; SCRIPT-SRC\n  https://cdn.example\t'wasm-unsafe-eval';`, "connect image style"],
  ["scheme alone", "default-src https: 'unsafe-inline' 'unsafe-eval'", ""],
  ["http: means https:, too", "default-src http: 'unsafe-inline' 'wasm-unsafe-eval'", ""],
  ["an asterisk does not mean inline or WebAssembly", "default-src *", "wasm style"],
  ["wildcard is for subdomains", "img-src *.example", ""],
  ["and not for the host itself", "img-src *.pictures.example", "image"],
  ["nor for what ends alike", "img-src *.ctures.example", "image"],
  ["host without a scheme", "img-src pictures.example", ""],
  ["host in capitals", "img-src HTTPS://PICTURES.example", ""],
  ["a scheme that is another", "img-src ws://pictures.example", "image"],
  ["ftp is another scheme", "img-src ftp://pictures.example", "image"],
  ["the usual port", "img-src pictures.example:443", ""],
  ["another port", "img-src pictures.example:8443", "image"],
  ["any port", "img-src https://pictures.example:*", ""],
  ["any host", "img-src https://*", ""],
  ["a folder", "script-src https://cdn.example/article-card/ 'wasm-unsafe-eval'", ""],
  ["another folder", "script-src https://cdn.example/other/ 'wasm-unsafe-eval'", "script"],
  ["a folder without its slash is a file", "script-src https://cdn.example/article-card 'wasm-unsafe-eval'", "script"],
  ["a file", "img-src https://pictures.example/a/b.webp", ""],
  ["a path with an escape", "img-src https://pictures.example/%61/b.webp", ""],
  ["script-src-elem counts for the script alone", "script-src-elem https://cdn.example; script-src 'none'", "wasm"],
  ["script-src-elem without the kit", "script-src-elem 'self'; script-src https://cdn.example 'wasm-unsafe-eval'", "script"],
  ["'unsafe-eval' allows WebAssembly", "script-src https://cdn.example 'unsafe-eval'", ""],
  ["keywords in capitals", "script-src https://cdn.example 'WASM-Unsafe-Eval'", ""],
  ["keyword without quotation marks", "script-src https://cdn.example wasm-unsafe-eval", "wasm"],
  ["strict-dynamic leaves hosts out", "script-src 'nonce-abc' 'strict-dynamic' https://cdn.example 'wasm-unsafe-eval'", "script"],
  ["a nonce alone does not", "script-src 'nonce-abc' https://cdn.example 'wasm-unsafe-eval'", ""],
  ["'unsafe-inline' for the style", "style-src 'unsafe-inline'", ""],
  ["which a nonce takes back", "style-src 'unsafe-inline' 'nonce-abc'", "style"],
  ["another hash", "style-src 'sha256-AAAA'", "style"],
  ["style-src-elem comes first", `style-src-elem 'self'; style-src '${HASH}'`, "style"],
  ["style-src-attr does not count", `style-src-attr 'none'; style-src '${HASH}'`, ""],
  ["the first of two counts", "img-src 'none'; img-src *", "image"],
  ["two policies by a comma", "img-src *, img-src 'self'", "image"],
  ["two header lines", "Content-Security-Policy: img-src *\r\nContent-Security-Policy: connect-src 'self'", "connect"],
  ["two lines of values", "img-src *\nconnect-src 'self'", "connect"],
  ["a value over several lines", "default-src 'none';\n  img-src\n    https://pictures.example;\n", "script wasm connect style"],
  ["lines that go on with a scheme", "img-src\n  https: data:\n  blob:", ""],
  ["header's name in small letters", "content-security-policy: img-src 'self'", "image"],
  ["all headers of an answer", "HTTP/2 200\nserver: x\ncontent-security-policy: img-src 'self'\nx-frame-options: DENY", "image"],
  ["report-only", "Content-Security-Policy-Report-Only: default-src 'none'", ""],
  ["a line of nginx", `add_header Content-Security-Policy "img-src 'self'" always;`, "image"],
  ["a line of Apache", `Header set Content-Security-Policy "img-src 'self'; connect-src *"`, "image"],
  ["a line of JavaScript", `"content-security-policy": "img-src 'self'",`, "image"],
  ["a meta tag", `<meta http-equiv="Content-Security-Policy" content="img-src 'self'; connect-src *">`, "image"],
  ["a meta tag otherwise", `<META content='img-src &#39;self&#39;' HTTP-EQUIV=content-security-policy />`, "image"],
  ["other meta tags", `<meta charset="utf-8"><meta name="description" content="img-src 'none'">`, ""],
  ["frame-src and font-src are nothing to a card", "frame-src 'none'; font-src 'none'; worker-src 'none'", ""],
];

for (const [name, policy, missing] of CASES) {
  test(`policy: ${name}`, () => {
    const { results } = judge(policy, NEEDS, PAGE);
    assert.equal(results.filter(result => !result.isAllowed).map(result => result.need.kind).join(" "), missing);
  });
}

test("every amended policy allows what was missing, but for a nonce", () => {
  for (const [name, policy, missing] of CASES) {
    const { amended } = judge(policy, NEEDS, PAGE);
    const left = judge(amended.map(text => `Content-Security-Policy: ${text}`).join("\n"), NEEDS, PAGE);
    const still = left.results.filter(result => !result.isAllowed).map(result => result.need.kind).join(" ");
    assert.equal(still, policy.includes("strict-dynamic") ? missing : "", name);
  }
});

test("an amended policy loosens nothing but what the card needs", () => {
  const { amended } = judge("default-src 'none'; font-src 'self'", NEEDS, PAGE);
  assert.deepEqual(amended, [
    "default-src 'none'; font-src 'self'; script-src https://cdn.example 'wasm-unsafe-eval'; " +
    `connect-src https://cdn.example; img-src https://pictures.example; style-src '${HASH}'`,
  ]);
  // What default-src allowed to pictures goes on to be allowed.
  assert.deepEqual(judge("default-src 'self' data:", NEEDS.slice(3, 4), PAGE).amended,
    ["default-src 'self' data:; img-src 'self' data: https://pictures.example"]);
});

test("the page's own origin", () => {
  const own = [{ kind: "script", words: "", url: `${PAGE}/article-card/article-card.js` }];
  assert.equal(judge("script-src 'self'", own, PAGE).results[0].isAllowed, true);
  assert.equal(judge("script-src 'self'", own, "http://news.example").results[0].isAllowed, true, "https from http");
  assert.equal(judge("script-src 'self'", own, `${PAGE}:8443`).results[0].isAllowed, false);
  assert.match(judge("script-src 'none'", own, PAGE).results[0].missing[0], /write 'self' in script-src/);
});

test("http pictures", () => {
  const need = [{ kind: "image", words: "", url: "http://pictures.example/a.webp" }];
  const is = policy => judge(policy, need, PAGE).results[0].isAllowed;
  assert.equal(is("img-src pictures.example"), false, "the page's scheme");
  assert.equal(is("img-src https:"), false);
  assert.equal(is("img-src http:"), true);
  assert.equal(is("img-src https:; upgrade-insecure-requests"), true);
});

test("what is missing is said of the policy that lacks it", () => {
  const { results, policies } = judge("img-src *, img-src 'self'", NEEDS, PAGE);
  assert.equal(policies, 2);
  assert.deepEqual(results[3].missing, ["In policy 2: write https://pictures.example in img-src."]);
  assert.match(judge("default-src 'none'", NEEDS, PAGE).results[3].missing[0], /there is no img-src, so default-src decides/);
  assert.match(judge("script-src 'nonce-a' 'strict-dynamic'", NEEDS, PAGE).results[0].missing[0], /nonce on the script tag/);
});

test("what the script imports goes with it where only nonces count, and by its own address elsewhere", () => {
  const imported = { kind: "script", words: "", url: "https://cdn.example/article-card/article-card-runtime.js", isImported: true };
  const is = policy => judge(policy, [imported], PAGE).results[0].isAllowed;
  assert.equal(is("script-src 'nonce-a' 'strict-dynamic'"), true);
  assert.equal(is("script-src https://cdn.example/article-card/article-card.js"), false);
  assert.equal(is("script-src https://cdn.example/article-card/"), true);
});

test("the headers are those of the documents", () => {
  const rows = readFileSync(new URL("../../docs/hosting.md", import.meta.url), "utf8").split("\n");
  for (const [file, type, kept] of HEADERS) {
    if (!file.includes("*")) assert.ok(rows.some(row => row.includes(`\`${file}\` |`)), file);
    assert.ok(rows.some(row => row.includes(`\`${type}\``)), type);
    assert.ok(rows.some(row => row.includes(`\`${kept}`)), kept);
  }
});

test("findings", () => {
  const said = policy => judge(policy, NEEDS, PAGE).findings.map(({ severity, text }) => `${severity}: ${text}`).join("\n");
  assert.match(said("sandbox"), /^error: sandbox without allow-scripts/);
  assert.equal(said("sandbox allow-forms allow-scripts"), "");
  assert.match(said(`<meta http-equiv="content-security-policy" content="sandbox">`), /^info: Browsers ignore sandbox/);
  assert.match(said("require-trusted-types-for 'script'"), /^info: Trusted Types/);
  assert.match(said("img-src self"), /^warning: self in img-src has no quotation marks/);
  assert.match(said("img-src ‘self’"), /curled/);
  assert.match(said("script-source *"), /“script-source” is no directive/);
  assert.match(said("img-src *; img-src x"), /img-src stands twice/);
  assert.match(said("img-src 'none' https:"), /'none' in img-src says nothing/);
  assert.match(said("Content-Security-Policy-Report-Only: img-src *"), /^info: A report-only policy/);
  assert.equal(said(FULL), "");
});

const ARTICLE = {
  headline: "x",
  image: { url: "https://a.example/1.webp", sources: [{ url: "https://b.example/2.webp", width: 2 }, { url: "nonsense" }] },
  byline: [{ name: "x", image: "https://c.example/3" }, { name: "y" }],
  publisher: { name: "p", logo: "https://d.example:8443/4", url: "https://not.example/" },
  sponsor: { name: "s", logo: "HTTP://E.example/5" },
  related: [{ headline: "r", url: "https://not.example/", image: "https://a.example/6" }, null],
};
const HOSTS = ["https://a.example", "https://b.example", "https://c.example", "https://d.example:8443", "http://e.example"];

test("picture hosts of an article", () => {
  assert.deepEqual(pictureHosts(ARTICLE), HOSTS);
  assert.deepEqual(pictureHosts({ headline: "x", image: null, byline: null }), []);
  assert.deepEqual(pictureHosts(null), []);
});

test("the lines of each target allow it, and are those of the documents", () => {
  const embed = {
    article: ARTICLE, attributes: {}, theme: {}, kit: "https://cdn.example/article-card/", html: "", styleHash: "sha256-AAAA",
    version: "1", manifest: { place: { style: "", hash: HASH } }, pictures: HOSTS,
  };
  for (const name of ["html", "prerendered", "react", "next", "eleventy", "hugo", "yew"]) {
    const needs = needsOf(embed, targetOf(name), PAGE);
    const lines = policyLines(needs, PAGE);
    assert.ok(judge(`default-src 'none';\n${lines}`, needs, PAGE).results.every(result => result.isAllowed), name);
    assert.equal(judge(lines, needs, PAGE).policies, 1, name);
  }
  const own = { ...embed, kit: "/article-card/", article: { image: { url: "https://pictures.example/a" } } };
  assert.equal(policyLines(needsOf(own, targetOf("html"), PAGE), PAGE), [
    "script-src 'self' 'wasm-unsafe-eval'", "connect-src 'self'", "img-src https://pictures.example", `style-src '${HASH}'`,
  ].join(";\n"));
  assert.match(policyLines(needsOf(embed, targetOf("html"), PAGE), PAGE), /^script-src https:\/\/cdn.example 'wasm/);
  const without = needsOf({ ...embed, manifest: null }, targetOf("html"), PAGE);
  assert.match(policyLines(without, PAGE), /style-src https:\/\/cdn.example$/);
  assert.match(policyLines(needsOf(embed, targetOf("next"), PAGE), PAGE), /style-src 'sha256-AAAA' 'self'$/);
});
