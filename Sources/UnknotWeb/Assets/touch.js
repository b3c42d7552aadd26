// Marking on the figure by tap, brush and keyboard.

import { neighbour } from "./body.js";

/** @typedef {"mark" | "brush" | "erase"} Mode */

/** A finger that moves less than this still taps. */
const slack = 8;
/** Between two positions the brush looks this often, in pixels. */
const brushStep = 5;

export class Touch {
  /** @type {Mode} */ mode = "mark";
  /** @type {PointerEvent | null} */ #start = null;
  #last = { x: 0, y: 0 };
  #kind = "";
  /** What the stroke went over; `null` while nothing is drawn. @type {Set<string> | null} */ #stroke = null;
  #moved = false;

  /** @param {import("./body.js").Body} body @param {import("./zoom.js").Zoom} zoom @param {() => void} onZoom */
  constructor(body, zoom, onZoom) {
    this.body = body;
    this.zoom = zoom;
    this.onZoom = onZoom;
    for (const { svg } of body.views) {
      svg.addEventListener("pointerdown", (event) => this.#down(event));
      svg.addEventListener("pointermove", (event) => this.#move(event, svg));
      svg.addEventListener("pointerup", () => this.#up());
      svg.addEventListener("pointercancel", () => this.#cancel());
      svg.addEventListener("click", (event) => this.#tap(event));
    }
  }

  /** A click also comes from a screen reader, then without a pointer. @param {MouseEvent} event */
  #tap(event) {
    const [isDrag, kind] = [this.#moved, event.detail === 0 ? "" : this.#kind];
    this.#moved = false;
    const shape = this.body.shape(event.target);
    if (!shape || isDrag) return;
    const { drawing } = this.body;
    if (kind === "touch" && this.mode === "mark" && !this.zoom.fitsFinger(shape)) {
      this.zoom.toFinger(shape);
      this.onZoom();
    } else if (this.mode === "erase") drawing.unmark([shape.place]);
    else if (this.mode === "brush") drawing.mark([shape.place]);
    else if (kind === "") drawing.toggle(shape.place);
    else if (drawing.has(shape.place) && !drawing.selected.includes(shape.place)) drawing.select([shape.place]);
    else drawing.toggle(shape.place);
  }

  /** @param {PointerEvent} event */
  #down(event) {
    // A second finger is no brush.
    if (this.#start) return this.#cancel();
    if (event.button !== 0) return;
    this.#start = event;
    this.#kind = event.pointerType;
    this.#moved = false;
    this.#last = { x: event.clientX, y: event.clientY };
  }

  /** @param {PointerEvent} event @param {SVGSVGElement} svg */
  #move(event, svg) {
    const start = this.#start;
    if (!start || event.pointerId !== start.pointerId) return;
    if (!this.#moved) {
      if (Math.hypot(event.clientX - start.clientX, event.clientY - start.clientY) < slack) return;
      this.#moved = true;
      svg.setPointerCapture(event.pointerId);
      if (this.mode !== "mark" || this.#kind !== "touch") this.#stroke = new Set();
    }
    if (this.#stroke) {
      this.#paint({ x: event.clientX, y: event.clientY }, svg, this.#stroke);
    } else if (this.zoom.isClose) {
      const view = this.body.views.find((other) => other.svg === svg);
      this.zoom.pan(event.clientX - this.#last.x, event.clientY - this.#last.y, view?.name ?? "back");
    }
    this.#last = { x: event.clientX, y: event.clientY };
  }

  /** @param {{ x: number, y: number }} to @param {SVGSVGElement} svg @param {Set<string>} stroke */
  #paint(to, svg, stroke) {
    const from = this.#last;
    const steps = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / brushStep));
    for (let step = 0; step <= steps; step += 1) {
      const x = from.x + ((to.x - from.x) * step) / steps;
      const y = from.y + ((to.y - from.y) * step) / steps;
      const shape = this.body.shape(document.elementFromPoint(x, y));
      if (!shape || !svg.contains(shape.element) || stroke.has(shape.place)) continue;
      stroke.add(shape.place);
      shape.element.classList.add(this.mode === "erase" ? "is-erased" : "is-brushed");
    }
  }

  #up() {
    const stroke = this.#stroke;
    this.#start = null;
    this.#stroke = null;
    if (!stroke || stroke.size === 0) return;
    this.#clean(stroke);
    if (this.mode === "erase") this.body.drawing.unmark([...stroke]);
    else this.body.drawing.mark([...stroke]);
  }

  #cancel() {
    if (this.#stroke) this.#clean(this.#stroke);
    this.#start = null;
    this.#stroke = null;
  }

  /** @param {Set<string>} stroke */
  #clean(stroke) {
    for (const { place, element } of this.body.shapes) {
      if (stroke.has(place)) element.classList.remove("is-brushed", "is-erased");
    }
  }
}

const arrows = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
/** A 0 so soon after a 1 makes it a 10. */
const tenWithin = 900;

export class Keys {
  #one = { place: "", at: -Infinity };

  /** @param {import("./body.js").Body} body @param {import("./zoom.js").Zoom} zoom */
  constructor(body, zoom) {
    this.body = body;
    this.zoom = zoom;
    for (const { element } of body.views) {
      element.addEventListener("keydown", (event) => this.#press(event));
      element.addEventListener("focusin", (event) => {
        const shape = body.shape(event.target);
        if (shape?.element.matches(":focus-visible")) zoom.bringIn(shape);
      });
    }
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    const shape = this.body.shape(event.target);
    if (!shape || event.ctrlKey || event.metaKey || event.altKey) return;
    const { drawing } = this.body;
    const { key } = event;
    if (key in arrows) {
      const [dx, dy] = arrows[/** @type {keyof typeof arrows} */ (key)];
      neighbour(this.body, shape, dx, dy)?.element.focus();
    } else if (key === " " || key === "Enter") drawing.toggle(shape.place);
    else if (/^\d$/.test(key)) this.#digit(shape.place, Number(key), event.timeStamp);
    else if (key === "Delete" || key === "Backspace") drawing.unmark([shape.place]);
    else if (key === "+" || key === "=") this.zoom.by(1.5);
    else if (key === "-") this.zoom.by(1 / 1.5);
    else if (key === "Escape") this.zoom.showWhole();
    else return;
    event.preventDefault();
  }

  /** @param {string} place @param {number} digit @param {number} time */
  #digit(place, digit, time) {
    const isTen = digit === 0 && this.#one.place === place && time - this.#one.at < tenWithin;
    this.body.drawing.setIntensity([place], isTen ? 10 : digit);
    this.body.drawing.select([place]);
    this.#one = digit === 1 ? { place, at: time } : { place: "", at: -Infinity };
  }
}
