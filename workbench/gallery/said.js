// What a card said of its article, in words under the card.

/**
 * Writes what the event of a card tells into the stage that the card stands in.
 * @param {any} event
 */
export function say(event) {
  const { diagnostics, ...failure } = event.detail;
  const stage = event.target.closest(".stage");
  stage?.querySelector(".said")?.remove();
  const found = diagnostics ?? [{ severity: "error", ...failure }];
  if (!stage || !found.length) return;
  const list = document.createElement("ul");
  list.className = "said";
  for (const { severity, code, path, message, line, column } of found) {
    const item = document.createElement("li");
    const place = line ? ` (line ${line}, column ${column})` : "";
    item.textContent = `${severity}: ${code} ${path ?? ""} ${message}${place}`;
    list.append(item);
  }
  stage.append(list);
}
