// The panel that asks how strong the pain of the selected places is, and how it feels.

import { fill } from "./words.js";

export class FeelingPanel {
  /** @param {HTMLElement} panel @param {import("./drawing.js").Drawing} drawing @param {import("./words.js").Words} words */
  constructor(panel, drawing, words) {
    this.panel = panel;
    this.drawing = drawing;
    this.words = words;
    this.title = /** @type {HTMLElement} */ (panel.querySelector("#feeling-title"));
    this.said = /** @type {HTMLElement} */ (panel.querySelector("#kinds-said"));
    this.levels = [...panel.querySelectorAll("[data-intensity]")];
    this.kinds = [...panel.querySelectorAll("[data-quality]")];
    panel.addEventListener("click", (event) => this.#press(event));
    drawing.addEventListener("change", () => this.show());
  }

  show() {
    const { marks, selected } = this.drawing;
    const isIdle = selected.length === 0;
    this.panel.classList.toggle("is-idle", isIdle);
    for (const button of this.panel.querySelectorAll("button")) button.disabled = isIdle;
    const name = isIdle ? this.panel.dataset.idle ?? "" : selected.length === 1 ? this.words.place(selected[0])
      : fill(this.panel.dataset.many, { count: String(selected.length) });
    this.title.textContent = name.charAt(0).toUpperCase() + name.slice(1);
    const feelings = selected.map((place) => marks.get(place));
    for (const button of this.levels) {
      const level = button.dataset.intensity === "" ? null : Number(button.dataset.intensity);
      press(button, !isIdle && feelings.every((feeling) => feeling?.intensity === level));
    }
    for (const button of this.kinds) {
      press(button, !isIdle && feelings.every((feeling) => feeling?.kinds.includes(button.dataset.quality ?? "")));
    }
    const felt = this.kinds.filter((button) => button.getAttribute("aria-pressed") === "true");
    this.said.textContent = felt.map((button) => button.textContent).join(", ");
  }

  /** @param {MouseEvent} event */
  #press(event) {
    const button = event.target instanceof Element ? event.target.closest("button") : null;
    if (!button) return;
    const { selected } = this.drawing;
    const { intensity, quality, feeling } = button.dataset;
    if (intensity !== undefined) this.drawing.setIntensity(selected, intensity === "" ? null : Number(intensity));
    else if (quality) this.drawing.setKind(selected, quality, button.getAttribute("aria-pressed") !== "true");
    else if (feeling === "remove") this.drawing.unmark(selected);
    else if (feeling === "close") this.drawing.select([]);
    // A button that went away takes the focus with it.
    if (this.drawing.selected.length === 0) document.getElementById("sentence")?.focus();
  }
}

/** @param {Element} button @param {boolean} isPressed */
export function press(button, isPressed) {
  button.setAttribute("aria-pressed", String(isPressed));
}
