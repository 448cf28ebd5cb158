import assert from "node:assert/strict";
import { it } from "node:test";
import { until } from "./example.js";
import { prerendered, started } from "./prerendered.js";

prerendered(started("cargo run --package server", "http://localhost:3000"), {
  headlines: ["Last coal ship leaves the harbour", "Tug crews vote on the new night rota"],
  more(at, open) {
    it("draws a card by the component, and anew with what is typed", async () => {
      const { page, wrong } = await open({ path: "/preview/" });
      const shows = (headline, told) =>
        until(
          page,
          (headline, told) =>
            (document.querySelector("#preview div")?.shadowRoot?.querySelector('[part~="headline"]')?.textContent ?? "") === headline &&
            document.querySelector('[role="status"]').textContent.includes(told),
          headline,
          told,
        );
      const type = text =>
        page.$eval(
          "textarea",
          (field, text) => {
            field.value = text;
            field.dispatchEvent(new InputEvent("input", { bubbles: true }));
          },
          text,
        );
      await shows("Night train to Trieste returns", "");
      const weight = await page.$eval("#preview div", host =>
        getComputedStyle(host.shadowRoot.querySelector('[part~="headline"]')).fontWeight,
      );
      assert.ok(Number(weight) >= 600, "its stylesheet is there");
      await type('{"headline": "Night train to Vienna returns", "kickr": "Rail"}');
      await shows("Night train to Vienna returns", "$.kickr");
      await type('{"headline": "Night train');
      await shows("", "the input ends");
      await type('{"headline": "Night train to Trieste returns"}');
      await shows("Night train to Trieste returns", "");
      assert.deepEqual(wrong, []);
      await page.close();
    });
  },
});
