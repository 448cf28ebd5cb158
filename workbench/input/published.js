// The field for the address at which the input was published.
import { webAddress } from "./address.js";

/** @param {import("../bench.js").Bench} bench */
export function publishedAt(bench) {
  const field = document.createElement("label");
  field.className = "field";
  const label = document.createElement("span");
  label.textContent = "Published at (optional)";
  const address = document.createElement("input");
  address.type = "text";
  address.inputMode = "url";
  address.autocapitalize = "none";
  address.autocomplete = "off";
  address.spellcheck = false;
  address.placeholder = "https://";
  const word = document.createElement("p");
  word.className = "input-word";
  word.id = "published-at-word";
  word.setAttribute("aria-live", "polite");
  address.setAttribute("aria-describedby", word.id);
  field.append(label, address);

  const isWrong = () => address.value.trim() !== "" && !webAddress(address.value);
  /** @param {boolean} wrong */
  const judge = wrong => {
    word.textContent = wrong ? "This is no address of a page; write it out, from https:// on." : "";
    address.setAttribute("aria-invalid", String(wrong));
  };
  address.addEventListener("change", () => {
    judge(isWrong());
    const found = webAddress(address.value) ?? "";
    if (!isWrong() && bench.state.address !== found) bench.set({ address: found });
  });
  // Once told, it is judged while one mends it, and not before.
  address.addEventListener("input", () => word.textContent && judge(isWrong()));

  let last = "";
  const follow = () => {
    if (bench.state.address === last) return;
    last = bench.state.address;
    address.value = last;
    judge(false);
  };
  follow();
  bench.addEventListener("state", follow);

  const box = document.createElement("div");
  box.className = "input-address";
  box.append(field, word);
  return {
    box,
    /** What was written of another article goes with it. */
    clear() {
      last = address.value = "";
      judge(false);
    },
  };
}
