// The ring that empties while a phase passes. With reduced motion it moves once a second.

export class Ring {
  /** @param {SVGSVGElement} svg */
  constructor(svg) {
    this.rest = /** @type {SVGCircleElement} */ (svg.querySelector("[data-ring]"));
    this.length = 2 * Math.PI * this.rest.r.baseVal.value;
    this.calm = window.matchMedia("(prefers-reduced-motion: reduce)");
    this.rest.setAttribute("stroke-dasharray", String(this.length));
  }

  /** @param {number} left ms @param {number} whole ms */
  show(left, whole) {
    const shown = this.calm.matches ? Math.ceil(left / 1000) * 1000 : left;
    const share = whole > 0 ? Math.min(1, shown / whole) : 0;
    this.rest.setAttribute("stroke-dashoffset", (this.length * (1 - share)).toFixed(1));
  }
}
