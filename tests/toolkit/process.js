// A process of its own: Node.js, Deno and Bun run this file, read the inputs beside it, and print what they make of them.
import { readFileSync } from "node:fs";
import { answers, unpacked } from "./answers.js";

const { inputs, ways, now } = JSON.parse(readFileSync(new URL("given.json", import.meta.url), "utf8"));
console.log(JSON.stringify(answers(unpacked(inputs), ways, now)));
