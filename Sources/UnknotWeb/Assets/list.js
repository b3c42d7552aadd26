// The list of areas: in step with the figure, and searchable.

import { fill } from "./words.js";

/** Keeps the boxes of the list and the drawing in step. */
export class List {
  /** @param {readonly HTMLInputElement[]} boxes @param {import("./drawing.js").Drawing} drawing */
  constructor(boxes, drawing) {
    for (const box of boxes) {
      box.addEventListener("change", () => {
        const place = placeOf(box);
        if (box.checked) drawing.mark([place]);
        else drawing.unmark([place]);
      });
    }
    this.show = () => {
      for (const box of boxes) box.checked = drawing.has(placeOf(box));
    };
    drawing.addEventListener("change", this.show);
  }
}

/** The place of a box, as "region side". @param {HTMLInputElement} box */
export function placeOf(box) {
  return box.value.replace(":", " ");
}

/** Shows only the areas that every word of a search fits. */
export class Search {
  /** @param {HTMLElement} root the search @param {HTMLElement} list */
  constructor(root, list) {
    this.texts = root.dataset;
    this.count = /** @type {HTMLElement} */ (root.querySelector(".search-count"));
    /** @type {Map<string, string>} */
    this.synonyms = new Map((root.dataset.synonyms ?? "").split(";").map((pair) => /** @type {[string, string]} */ (pair.split("="))));
    this.zones = [...list.querySelectorAll("details.zone")].map((zone) => ({
      element: /** @type {HTMLDetailsElement} */ (zone),
      wasOpen: false,
      rows: [...zone.querySelectorAll(".row")].map((row) => ({
        element: /** @type {HTMLElement} */ (row),
        words: wordsOf(`${zone.querySelector("summary")?.textContent} ${row.textContent}`),
      })),
    }));
    const input = /** @type {HTMLInputElement} */ (root.querySelector("input"));
    input.addEventListener("input", () => this.#find(input.value));
    // Enter would send the form.
    input.addEventListener("keydown", (event) => {
      if (event.key === "Enter") event.preventDefault();
    });
  }

  /** @param {string} text */
  #find(text) {
    const wanted = wordsOf(text).map((word) => [word, this.synonyms.get(word) ?? word]);
    let found = 0;
    for (const zone of this.zones) {
      let inZone = 0;
      for (const row of zone.rows) {
        const fits = wanted.every((either) => row.words.some((word) => either.some((start) => word.startsWith(start))));
        row.element.hidden = !fits;
        inZone += Number(fits);
      }
      if (!this.isSearching) zone.wasOpen = zone.element.open;
      zone.element.hidden = inZone === 0;
      zone.element.open = wanted.length > 0 ? inZone > 0 : zone.wasOpen;
      found += inZone;
    }
    this.isSearching = wanted.length > 0;
    const pattern = found === 0 ? this.texts.none : found === 1 ? this.texts.countOne : this.texts.count;
    this.count.textContent = wanted.length > 0 ? fill(pattern, { count: String(found) }) : "";
  }

  isSearching = false;
}

/** @param {string} text */
function wordsOf(text) {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
