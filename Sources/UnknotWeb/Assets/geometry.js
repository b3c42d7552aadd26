// Sizes and distances of shapes on the figure, in its own units.

/**
 * @typedef {Readonly<{ x: number, y: number }>} Point
 * @typedef {Readonly<{ x: number, y: number, width: number, height: number }>} Box
 */

/** The corners of a path of straight lines. @param {SVGPathElement} path @returns {Point[]} */
export function corners(path) {
  const numbers = (path.getAttribute("d") ?? "").match(/-?[\d.]+/g)?.map(Number) ?? [];
  return Array.from({ length: numbers.length >> 1 }, (_, i) => ({ x: numbers[2 * i], y: numbers[2 * i + 1] }));
}

/** @param {readonly Point[]} points @returns {Box} */
export function boxAround(points) {
  const xs = points.map((point) => point.x);
  const ys = points.map((point) => point.y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** @param {readonly Box[]} boxes @returns {Box} */
export function union(boxes) {
  return boxAround(boxes.flatMap((box) => [
    { x: box.x, y: box.y }, { x: box.x + box.width, y: box.y + box.height },
  ]));
}

/** The mirror image across the middle line. @param {Box} box @returns {Box} */
export function mirrored(box) {
  return { ...box, x: -box.x - box.width };
}

/** @param {Box} box @returns {Point} */
export function middle(box) {
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** The width where a shape is narrowest, seen from all sides. @param {readonly Point[]} points */
export function thickness(points) {
  let narrowest = Infinity;
  for (let turn = 0; turn < 12; turn += 1) {
    const [cos, sin] = [Math.cos((turn * Math.PI) / 12), Math.sin((turn * Math.PI) / 12)];
    const across = points.map((point) => point.x * cos + point.y * sin);
    narrowest = Math.min(narrowest, Math.max(...across) - Math.min(...across));
  }
  return narrowest;
}

/** The point inside a shape that is farthest from its edge: the place for a number. @param {readonly Point[]} points */
export function heart(points) {
  const box = boxAround(points);
  const steps = 14;
  let best = middle(box);
  let farthest = -1;
  for (let i = 0; i <= steps; i += 1) {
    for (let j = 0; j <= steps; j += 1) {
      const point = { x: box.x + (box.width * i) / steps, y: box.y + (box.height * j) / steps };
      const distance = isInside(point, points) ? distanceToEdge(point, points) : -1;
      if (distance > farthest) [best, farthest] = [point, distance];
    }
  }
  return best;
}

/** @param {Point} point @param {readonly Point[]} points */
function isInside(point, points) {
  let inside = false;
  points.forEach((a, index) => {
    const b = points[(index + 1) % points.length];
    if (a.y > point.y !== b.y > point.y && point.x < ((b.x - a.x) * (point.y - a.y)) / (b.y - a.y) + a.x) {
      inside = !inside;
    }
  });
  return inside;
}

/** @param {Point} point @param {readonly Point[]} points */
function distanceToEdge(point, points) {
  return Math.min(...points.map((a, index) => {
    const b = points[(index + 1) % points.length];
    const [dx, dy] = [b.x - a.x, b.y - a.y];
    const length = dx * dx + dy * dy;
    const along = length === 0 ? 0 : ((point.x - a.x) * dx + (point.y - a.y) * dy) / length;
    const t = Math.max(0, Math.min(1, along));
    return Math.hypot(point.x - a.x - t * dx, point.y - a.y - t * dy);
  }));
}
