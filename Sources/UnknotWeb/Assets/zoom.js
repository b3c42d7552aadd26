// Looking closer. Both views show the same part of the body, mirrored.

import { middle, mirrored, union } from "./geometry.js";

/** @typedef {import("./geometry.js").Box} Box */

/** A finger needs this many pixels. */
export const fingerSize = 44;
/** No closer than this many pixels to a unit: something must be left to know the place by. */
const largestScale = 9;
const duration = 260;

export class Zoom {
  #frame = 0;

  /** @param {import("./body.js").Body} body */
  constructor(body) {
    this.body = body;
    this.whole = union(body.views.map((view) => {
      const [x, y, width, height] = (view.svg.getAttribute("viewBox") ?? "").split(" ").map(Number);
      return { x, y, width, height };
    }));
    /** What is shown from behind. @type {Box} */
    this.box = this.whole;
    new ResizeObserver(() => this.#draw(this.box)).observe(body.views[0].svg.parentElement ?? body.views[0].svg);
  }

  get isClose() { return this.box !== this.whole; }

  /** Pixels to a unit. */
  get scale() {
    const { width, height } = this.#window();
    return Math.min(width / this.box.width, height / this.box.height);
  }

  showWhole() { this.#go(this.whole); }

  /** @param {number} factor above 1 to look closer */
  by(factor) {
    const scale = this.scale * factor;
    const { width, height } = this.#window();
    if (scale <= Math.min(width / this.whole.width, height / this.whole.height) * 1.02) this.showWhole();
    else this.#centre(middle(this.box), Math.min(scale, largestScale));
  }

  /** Shows all of some boxes. @param {readonly Box[]} boxes as seen from behind */
  around(boxes) {
    const box = union(boxes);
    const { width, height } = this.#window();
    this.#centre(middle(box), Math.min(width / (box.width + 16), height / (box.height + 16), largestScale));
  }

  /** Looks so close at a shape that it and its neighbours are wide enough for a finger. @param {import("./body.js").Shape} shape */
  toFinger(shape) {
    const { width, height } = this.#window();
    const centre = middle(shape.box);
    let scale = Math.max(this.scale, (fingerSize + 1) / shape.thickness);
    for (let round = 0; round < 6; round += 1) {
      const near = this.body.shapes.filter(({ view, box }) => {
        const other = middle(box);
        return view === shape.view && Math.abs(other.x - centre.x) < width / scale / 4
          && Math.abs(other.y - centre.y) < height / scale / 4;
      });
      const needed = Math.max(...near.map((other) => (fingerSize + 1) / other.thickness), scale);
      if (needed <= scale) break;
      scale = Math.min(needed, largestScale);
    }
    this.#centre(middle(this.#behind(shape)), Math.min(scale, largestScale));
  }

  /** Whether a shape is wide enough for a finger, or cannot be made any wider. @param {import("./body.js").Shape} shape */
  fitsFinger(shape) {
    return shape.thickness * this.scale >= fingerSize - 0.5 || this.scale >= largestScale * 0.99;
  }

  /** Moves so that a shape is seen. @param {import("./body.js").Shape} shape */
  bringIn(shape) {
    if (!this.isClose) return;
    const box = this.#behind(shape);
    const inside = box.x >= this.box.x && box.y >= this.box.y && box.x + box.width <= this.box.x + this.box.width
      && box.y + box.height <= this.box.y + this.box.height;
    if (!inside) this.#centre(middle(box), this.scale);
  }

  /** Moves by pixels. @param {number} dx @param {number} dy @param {string} view the one that is moved */
  pan(dx, dy, view) {
    const { scale } = this;
    const sign = view === "front" ? 1 : -1;
    this.#stop();
    const box = { ...this.box, x: this.box.x + (sign * dx) / scale, y: this.box.y - dy / scale };
    this.#draw(this.#clamped(box));
  }

  /** @param {import("./body.js").Shape} shape */
  #behind(shape) {
    return shape.view === "front" ? mirrored(shape.box) : shape.box;
  }

  #window() {
    const seen = this.body.views.find((view) => view.svg.clientWidth > 0) ?? this.body.views[0];
    return { width: seen.svg.clientWidth || 1, height: seen.svg.clientHeight || 1 };
  }

  /** @param {import("./geometry.js").Point} centre @param {number} scale */
  #centre(centre, scale) {
    const { width, height } = this.#window();
    const size = { width: width / scale, height: height / scale };
    this.#go(this.#clamped({ x: centre.x - size.width / 2, y: centre.y - size.height / 2, ...size }));
  }

  /** The body never leaves the window. @param {Box} box @returns {Box} */
  #clamped(box) {
    const within = (value, size, start, whole) =>
      size >= whole ? start + (whole - size) / 2 : Math.max(start, Math.min(value, start + whole - size));
    return {
      ...box, x: within(box.x, box.width, this.whole.x, this.whole.width),
      y: within(box.y, box.height, this.whole.y, this.whole.height),
    };
  }

  /** @param {Box} target */
  #go(target) {
    this.#stop();
    const start = this.box;
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) {
      this.#draw(target);
      return;
    }
    const began = performance.now();
    const step = (/** @type {number} */ now) => {
      const part = Math.min(1, Math.max(0, (now - began) / duration));
      const eased = part * part * (3 - 2 * part);
      const mix = (/** @type {keyof Box} */ key) => start[key] + (target[key] - start[key]) * eased;
      if (part === 1) this.#draw(target);
      else {
        this.#paint({ x: mix("x"), y: mix("y"), width: mix("width"), height: mix("height") });
        this.#frame = requestAnimationFrame(step);
      }
    };
    // What is asked meanwhile is answered for the end of the way.
    this.box = target;
    this.#frame = requestAnimationFrame(step);
  }

  #stop() { cancelAnimationFrame(this.#frame); }

  /** @param {Box} box */
  #draw(box) {
    this.box = box;
    this.#paint(box);
  }

  /** @param {Box} box */
  #paint(box) {
    for (const view of this.body.views) {
      const { x, y, width, height } = view.name === "front" ? mirrored(box) : box;
      view.svg.setAttribute("viewBox", `${x} ${y} ${width} ${height}`);
      const scale = Math.min(view.svg.clientWidth / width, view.svg.clientHeight / height) || 1;
      view.numbers.setAttribute("font-size", String(Math.min(20, 14 / scale)));
      view.svg.classList.toggle("is-close", this.isClose);
    }
  }
}
