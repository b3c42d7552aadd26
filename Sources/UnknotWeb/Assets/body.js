// The figure: every place is a labelled check box that shows how strong the pain is.

import { boxAround, corners, heart, middle, thickness } from "./geometry.js";

const svgNamespace = "http://www.w3.org/2000/svg";

/**
 * One place on one view.
 * @typedef {object} Shape
 * @property {SVGPathElement} element
 * @property {string} place as "region side"
 * @property {"back" | "front"} view
 * @property {readonly import("./geometry.js").Point[]} points
 * @property {import("./geometry.js").Box} box
 * @property {number} thickness where it is narrowest
 */

/** One side of the body. */
class View {
  /** @param {HTMLElement} element */
  constructor(element) {
    this.element = element;
    this.svg = /** @type {SVGSVGElement} */ (element.querySelector("svg.map-body"));
    this.name = /** @type {"back" | "front"} */ (element.dataset.view);
    this.shapes = [...this.svg.querySelectorAll(".region")].map((path) => this.#shape(/** @type {SVGPathElement} */ (path)));
    this.numbers = /** @type {SVGGElement} */ (this.svg.querySelector(".numbers"));
    this.ring = this.#add("focus-ring");
    this.chosen = this.#add("chosen-ring");
  }

  /** @param {SVGPathElement} element @returns {Shape} */
  #shape(element) {
    const points = corners(element);
    return {
      element, points, place: element.dataset.place ?? "", view: this.name, box: boxAround(points),
      thickness: thickness(points),
    };
  }

  /** @param {string} name */
  #add(name) {
    const path = document.createElementNS(svgNamespace, "path");
    path.setAttribute("class", name);
    this.numbers.before(path);
    return path;
  }
}

export class Body {
  /** @param {HTMLElement} root @param {import("./drawing.js").Drawing} drawing @param {import("./words.js").Words} words */
  constructor(root, drawing, words) {
    this.drawing = drawing;
    this.words = words;
    this.views = [...root.querySelectorAll(".view")].map((element) => new View(/** @type {HTMLElement} */ (element)));
    this.shapes = this.views.flatMap((view) => view.shapes);
    /** @type {Map<Element, Shape>} */
    this.byElement = new Map(this.shapes.map((shape) => [shape.element, shape]));
    for (const view of this.views) this.#prepare(view);
    drawing.addEventListener("change", () => this.show());
  }

  /** The shape at an element of the page. @param {EventTarget | null} target */
  shape(target) {
    return target instanceof Element ? this.byElement.get(target) : undefined;
  }

  /** Shows what is marked. */
  show() {
    const { marks, selected } = this.drawing;
    for (const { element, place } of this.shapes) {
      const feeling = marks.get(place);
      const level = feeling?.intensity ?? null;
      const shown = !feeling ? "region" : level === null ? "region is-marked" : `region is-marked level-${level}`;
      if (element.getAttribute("class") !== shown) element.setAttribute("class", shown);
      element.setAttribute("aria-checked", String(Boolean(feeling)));
      element.setAttribute("aria-label", this.words.place(place, feeling));
    }
    for (const view of this.views) {
      const paths = view.shapes.filter((shape) => selected.includes(shape.place));
      view.chosen.setAttribute("d", paths.map((shape) => shape.element.getAttribute("d")).join(""));
      view.numbers.replaceChildren(...view.shapes.flatMap((shape) => this.#number(shape, marks.get(shape.place))));
    }
  }

  /** @param {Shape} shape @param {import("./drawing.js").Feeling | undefined} feeling */
  #number(shape, feeling) {
    if (!feeling || feeling.intensity === null) return [];
    const text = document.createElementNS(svgNamespace, "text");
    const { x, y } = heart(shape.points);
    text.setAttribute("class", `on-${feeling.intensity}`);
    text.setAttribute("x", String(x));
    text.setAttribute("y", String(y));
    text.textContent = String(feeling.intensity);
    return [text];
  }

  /** @param {View} view */
  #prepare(view) {
    view.svg.setAttribute("role", "group");
    view.svg.setAttribute("aria-describedby", "map-hint");
    for (const { element } of view.shapes) {
      element.setAttribute("role", "checkbox");
      element.setAttribute("tabindex", "-1");
    }
    view.shapes[0]?.element.setAttribute("tabindex", "0");
    // Listening on the drawing itself would make it a stop of the tab key.
    view.element.addEventListener("focusin", (event) => {
      const shape = this.shape(event.target);
      if (!shape) return;
      for (const { element } of view.shapes) element.setAttribute("tabindex", element === shape.element ? "0" : "-1");
      const isVisible = shape.element.matches(":focus-visible");
      view.ring.setAttribute("d", isVisible ? shape.element.getAttribute("d") ?? "" : "");
    });
    view.element.addEventListener("focusout", () => view.ring.setAttribute("d", ""));
  }
}

/** The nearest shape of the same view in a direction. @param {Body} body @param {Shape} from @param {number} dx @param {number} dy */
export function neighbour(body, from, dx, dy) {
  const start = middle(from.box);
  let best;
  let smallest = Infinity;
  for (const shape of body.shapes) {
    if (shape.view !== from.view || shape === from) continue;
    const end = middle(shape.box);
    const along = (end.x - start.x) * dx + (end.y - start.y) * dy;
    const offset = Math.abs((end.x - start.x) * dy) + Math.abs((end.y - start.y) * dx);
    const [size, wide] = dx === 0 ? ["height", "width"] : ["width", "height"];
    // From edge to edge: neighbours touch, however their middles lie. What lies rather beside than ahead is for the
    // other arrows.
    const ahead = along - (from.box[size] + shape.box[size]) / 2;
    const beside = Math.max(0, offset - (from.box[wide] + shape.box[wide]) / 2);
    const cost = Math.max(0, ahead) + 2 * beside + (along + offset) / 8;
    const overlap = Math.min(from.box[size], shape.box[size]) / 2;
    const isAhead = along > 0 && (ahead > -overlap || along >= offset);
    if (isAhead && cost < smallest) [best, smallest] = [shape, cost];
  }
  return best;
}
