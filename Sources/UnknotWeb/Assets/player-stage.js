// Shows where in a session one is. Every word comes from the page: from the step in the list, or from the stage itself.

import { left, lowered, pressure } from "./player-machine.js";
import { Ring } from "./player-ring.js";
import { fill } from "./words.js";

/** @typedef {import("./player-machine.js").State} State @typedef {import("./player-machine.js").Phase} Phase */

/** What of a step is shown in which phase. */
const PARTS = { ready: ["position"], work: ["how"], rest: [], stretch: ["stretch"] };

export class Stage {
  /** @type {Phase | null} */
  #shown = null;

  /** @param {HTMLElement} root @param {HTMLElement[]} items the steps of the list @param {readonly import("./player-machine.js").Step[]} steps */
  constructor(root, items, steps) {
    this.root = root;
    this.items = items;
    this.steps = steps;
    this.words = root.dataset;
    this.ring = new Ring(/** @type {SVGSVGElement} */ (root.querySelector(".ring")));
    this.target = /** @type {HTMLElement} */ (root.querySelector("[data-target]"));
  }

  /** @param {string} name */
  part(name) {
    return /** @type {HTMLElement} */ (this.root.querySelector(`[data-show="${name}"]`));
  }

  /** @param {State} state @param {readonly Phase[]} list @param {number} now */
  show(state, list, now) {
    const phase = list[state.at];
    if (!phase) return;
    if (phase !== this.#shown) this.#enter(phase);
    const ms = left(state, list, now);
    this.#text("left", clock(Math.ceil(ms / 1000)));
    this.ring.show(ms, phase.seconds * 1000);
    const isPaused = state.since === null;
    this.root.classList.toggle("is-paused", isPaused);
    this.#text("tap", (isPaused ? this.words.on : this.words.pause) ?? "");
    this.#text("pressure", phase.kind === "rest" ? "" : this.pressure(state, phase));
  }

  /** How hard, in words. @param {State} state @param {Phase} phase */
  pressure(state, phase) {
    const value = pressure(state, this.steps, phase);
    const isLowered = lowered(state, phase) > 0;
    if (value === 0) return isLowered ? this.words.smaller ?? "" : "";
    return fill(value === 1 && isLowered ? this.words.touch : this.words.pressure, { value: String(value) });
  }

  /** @param {Phase} phase */
  #enter(phase) {
    this.#shown = phase;
    const item = this.items[phase.step];
    const step = this.steps[phase.step];
    this.root.dataset.phase = phase.kind;
    this.#text("count", fill(this.words.count, { step: String(phase.step + 1), steps: String(this.items.length) }));
    this.#text("title", this.title(phase));
    this.#text("where", item.dataset.where ?? "");
    this.#text("round", phase.rounds > 1 ? fill(this.words.round, { round: String(phase.round), rounds: String(phase.rounds) }) : "");
    const parts = PARTS[phase.kind].flatMap((name) => [...item.querySelectorAll(`[data-step-${name}]`)]);
    this.part("lines").replaceChildren(...parts.map(copy));
    const drawing = item.querySelector("[data-step-drawing]");
    this.part("drawing").replaceChildren(...(drawing ? [...drawing.children].map(copy) : []));
    this.root.classList.toggle("is-pressing", step.pressure > 0 && phase.kind === "work");
    /** @type {HTMLElement} */ (this.root.querySelector('[data-act="go"]')).hidden = phase.kind !== "ready";
  }

  /** What the phase is called. @param {Phase} phase */
  title(phase) {
    const item = this.items[phase.step];
    switch (phase.kind) {
      case "ready": return (this.steps[phase.step].turns ? this.words.turn : this.words.ready) ?? "";
      case "work": return item.dataset.name ?? "";
      case "rest": return this.words.rest ?? "";
      case "stretch": return this.words.stretch ?? "";
    }
  }

  /** What is said when a phase begins. @param {Phase} phase @param {State} state */
  speech(phase, state) {
    const item = this.items[phase.step];
    switch (phase.kind) {
      case "ready": return `${this.title(phase)}. ${item.dataset.sayReady ?? ""}`;
      case "work": return phase.round === 1
        ? `${item.dataset.sayWork ?? ""} ${this.pressure(state, phase)}`
        : fill(this.words.again, { round: String(phase.round), rounds: String(phase.rounds) });
      case "rest": return this.words.sayRest ?? "";
      case "stretch": return item.dataset.sayStretch ?? "";
    }
  }

  /** @param {string} name @param {string} text */
  #text(name, text) {
    const part = this.part(name);
    // What is read aloud must not change without need.
    if (part.textContent !== text) part.textContent = text;
    part.hidden = text === "";
  }
}

/** A copy that may stand beside its original: names are for one only. @param {Element} element */
function copy(element) {
  const twin = /** @type {Element} */ (element.cloneNode(true));
  for (const named of [twin, ...twin.querySelectorAll("[id]")]) named.removeAttribute("id");
  return twin;
}

/** "45" or "2:05". @param {number} seconds */
export function clock(seconds) {
  return seconds < 100 ? String(seconds) : `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
