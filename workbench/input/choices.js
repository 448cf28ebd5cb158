// A labelled choice between a few things, as a row of radio buttons, or as a list if there are many. It is made anew only
// when what there is to choose from has changed, so that the focus stays.

/** How many are still shown side by side. */
const ROW = 6;

/**
 * @param {string} label
 * @param {(index: number) => void} choose
 */
export function choice(label, choose) {
  const group = document.createElement("fieldset");
  group.className = "input-choice";
  group.hidden = true;
  let shown = "";

  return {
    group,
    /**
     * @param {string[]} titles nothing is shown below two
     * @param {number} chosen
     */
    show(titles, chosen) {
      group.hidden = titles.length < 2;
      const wanted = JSON.stringify(titles);
      if (wanted !== shown) group.replaceChildren(...(titles.length > ROW ? list(label, titles) : row(label, titles)));
      shown = wanted;
      for (const [index, radio] of group.querySelectorAll("input").entries()) radio.checked = index === chosen;
      const select = group.querySelector("select");
      if (select) select.selectedIndex = chosen;
    },
  };

  /**
   * @param {string} label
   * @param {string[]} titles
   */
  function row(label, titles) {
    const legend = document.createElement("legend");
    legend.textContent = label;
    const choices = document.createElement("div");
    choices.className = "choices";
    choices.append(
      ...titles.map((title, index) => {
        const radio = document.createElement("input");
        radio.type = "radio";
        radio.name = label;
        radio.addEventListener("change", () => choose(index));
        const words = document.createElement("span");
        words.dir = "auto";
        words.textContent = title;
        words.title = title;
        const one = document.createElement("label");
        one.append(radio, words);
        return one;
      }),
    );
    return [legend, choices];
  }

  /**
   * @param {string} label
   * @param {string[]} titles
   */
  function list(label, titles) {
    const words = document.createElement("span");
    words.textContent = label;
    const select = document.createElement("select");
    select.append(...titles.map(title => new Option(title)));
    select.addEventListener("change", () => choose(select.selectedIndex));
    const field = document.createElement("label");
    field.className = "field";
    field.append(words, select);
    return [field];
  }
}
