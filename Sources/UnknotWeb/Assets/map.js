// The first page: marking on the figure, on top of a page that works without it.

import { Body } from "./body.js";
import { Drawing } from "./drawing.js";
import { FeelingPanel, press } from "./feeling.js";
import { mirrored } from "./geometry.js";
import { List, Search, placeOf } from "./list.js";
import { Keys, Touch } from "./touch.js";
import { Words } from "./words.js";
import { Zoom } from "./zoom.js";

/** An element that the page has. @param {string} id */
function element(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no #${id}`);
  return found;
}

const form = element("drawing");
const feelings = element("feelings");
const sentence = element("sentence");
const tools = element("map-tools");
const hint = element("map-hint");
const boxes = /** @type {HTMLInputElement[]} */ ([...form.querySelectorAll("input[name=place]")]);

const drawing = new Drawing(remembered() ?? said());
const words = new Words(
  sentence,
  new Map(boxes.map((box) => [placeOf(box), box.dataset.name ?? box.value])),
  new Map([...form.querySelectorAll("[data-quality]")].map((kind) => [kind.dataset.quality ?? "", kind.textContent ?? ""])),
);
const body = new Body(element("views"), drawing, words);
const zoom = new Zoom(body);
const list = new List(boxes, drawing);
const panel = new FeelingPanel(element("feeling"), drawing, words);
const touch = new Touch(body, zoom, () => { hint.textContent = hint.dataset.zoomed ?? ""; });
new Keys(body, zoom);
new Search(element("search"), element("list"));

/** What the fields of the page say. */
function said() {
  const fields = /** @type {HTMLInputElement[]} */ ([...feelings.querySelectorAll("input")]);
  return new Map(boxes.filter((box) => box.checked).map((box) => {
    const key = placeOf(box).replace(" ", ".");
    const values = (/** @type {string} */ name) => fields.filter((field) => field.name === `${name}.${key}`).map((field) => field.value);
    const [intensity] = values("intensity");
    return [placeOf(box), { intensity: intensity === undefined ? null : Number(intensity), kinds: values("quality") }];
  }));
}

/** What was marked when this page was left; the browser keeps it with its own history only. */
function remembered() {
  return Array.isArray(history.state?.drawing) ? new Map(history.state.drawing) : null;
}

/** Writes everything that follows from the drawing. */
function show() {
  const { marks } = drawing;
  feelings.replaceChildren(...[...marks].flatMap(([place, { intensity, kinds }]) => {
    const key = place.replace(" ", ".");
    const level = intensity === null ? [] : [field(`intensity.${key}`, String(intensity))];
    return [...level, ...kinds.map((kind) => field(`quality.${key}`, kind))];
  }));
  const text = words.sentence(marks);
  if (sentence.textContent !== text) sentence.textContent = text;
  form.classList.toggle("is-empty", marks.size === 0);
  tool("[data-step=undo]").disabled = !drawing.canUndo;
  tool("[data-step=redo]").disabled = !drawing.canRedo;
  if (touch.mode === "mark") hint.textContent = "";
  history.replaceState({ drawing: [...marks] }, "");
  uncover();
}

/** Scrolls so that the bar does not lie on what was just marked. */
function uncover() {
  // Asking where things are makes the browser lay out the page, which takes a while when it opens.
  if (drawing.selected.length === 0) return;
  const chosen = body.views.map((view) => view.chosen.getBoundingClientRect()).filter((box) => box.height > 0);
  const hidden = Math.max(0, ...chosen.map((box) => box.bottom + 16)) - element("dock").getBoundingClientRect().top;
  const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  if (hidden > 0 && chosen.some((box) => box.top > 0)) scrollBy({ top: hidden, behavior: isCalm ? "instant" : "smooth" });
}

/** @param {string} name @param {string} value */
function field(name, value) {
  const input = document.createElement("input");
  Object.assign(input, { type: "hidden", name, value });
  return input;
}

/** @param {string} selector */
function tool(selector) {
  return /** @type {HTMLButtonElement} */ (tools.querySelector(selector));
}

/** Shows one side of the body where there is no room for both. @param {string} view */
function turn(view) {
  for (const button of tools.querySelectorAll("[data-show]")) press(button, button.dataset.show === view);
  for (const { element, name } of body.views) element.classList.toggle("is-turned-away", name !== view);
}

/** @param {import("./touch.js").Mode} mode */
function take(mode) {
  touch.mode = mode;
  for (const button of tools.querySelectorAll("[data-mode]")) press(button, button.dataset.mode === mode);
  for (const { svg } of body.views) svg.classList.toggle("is-drawn-on", mode !== "mark");
  hint.textContent = hint.dataset[mode] ?? "";
}

/** @param {string[]} zones */
function lookAt(zones) {
  const regions = new Set(boxes.filter((box) => zones.includes(box.closest("fieldset")?.dataset.zone ?? "")).map(placeOf));
  const shown = body.shapes.filter((shape) => regions.has(shape.place));
  zoom.around(shown.map((shape) => (shape.view === "front" ? mirrored(shape.box) : shape.box)));
}

tools.addEventListener("click", (event) => {
  const button = event.target instanceof Element ? event.target.closest("button") : null;
  const { show: view, mode, step, zoom: size, zones } = button?.dataset ?? {};
  if (view) turn(view);
  else if (mode) take(/** @type {import("./touch.js").Mode} */ (mode));
  else if (step === "undo") drawing.undo();
  else if (step === "redo") drawing.redo();
  else if (size === "whole") zoom.showWhole();
  else if (size) zoom.by(size === "in" ? 1.6 : 1 / 1.6);
  else if (zones) lookAt(zones.split(" "));
});

document.addEventListener("keydown", (event) => {
  const isText = event.target instanceof HTMLInputElement && ["search", "number"].includes(event.target.type);
  if (isText || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "z") return;
  event.preventDefault();
  if (event.shiftKey) drawing.redo();
  else drawing.undo();
});

drawing.addEventListener("change", show);
element("start-again").addEventListener("click", () => history.replaceState(null, ""));
// The browser may put old ticks back after this script ran.
addEventListener("pageshow", () => list.show());

form.classList.add("is-scripted");
for (const zone of form.querySelectorAll("details.zone")) zone.removeAttribute("open");
const wide = matchMedia("(min-width: 60rem)");
/** Beside the figure where there is room, else within reach of the thumb. */
function place() {
  if (wide.matches) element("beside").prepend(panel.panel);
  else element("dock").prepend(panel.panel);
  element("kinds").toggleAttribute("open", wide.matches);
}
wide.addEventListener("change", place);
place();
element("list").toggleAttribute("open", wide.matches);
turn("back");
take("mark");
list.show();
body.show();
panel.show();
show();
