// The same article gives the same bytes from Node.js, Deno, Bun and workerd; what the hosts' own words of dates are is told.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { before, test } from "node:test";
import { Wordings, differences, languageOf, withoutWords } from "./dates.js";
import { hosts } from "./hosts.js";
import { NOW, WAYS, inputs } from "./inputs.js";

const hash = answers => createHash("sha256").update(JSON.stringify(answers)).digest("hex").slice(0, 16);
let reference;

before(async () => {
  const given = inputs().map(({ name, bytes }) => [name, Buffer.from(bytes).toString("base64")]);
  writeFileSync("given.json", JSON.stringify({ inputs: given, ways: WAYS, now: NOW }));
  reference = await hosts.node.answers();
});

for (const [name, host] of Object.entries(hosts)) {
  test(`${name} gives the same bytes`, { timeout: 120_000 }, async context => {
    const answers = await host.answers();
    const calm = answers.map(([call, text]) => [call, withoutWords(text)]);
    context.diagnostic(`${name}, ${await host.version()}: ${answers.length} answers, ${hash(answers)}; ${hash(calm)} without the words of dates`);
    context.diagnostic(`${name}: the first card ${Math.round(await host.first())} ms after the start of the process`);
    assert.equal(answers.length, reference.length);
    const others = new Wordings();
    answers.forEach(([call, text], at) => {
      const [known, wanted] = reference[at];
      assert.equal(call, known);
      const words = differences(wanted, text);
      if (!words) assert.equal(text, wanted, call);
      others.add(words, languageOf(text), call);
    });
    for (const line of others.lines()) context.diagnostic(`words of Node.js ${process.version} → of ${name}: ${line}`);
  });
}
