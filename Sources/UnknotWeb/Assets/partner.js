// The partner's phone: the present step with its time, the last word of the other, and Stop over everything.
import { Alarm } from "./partner-alarm.js";
import { PartnerLine, saidWords } from "./partner-line.js";
import { StepTimer } from "./partner-timer.js";

/** @typedef {import("./partner-line.js").Saying} Saying */
/** @typedef {import("./partner-line.js").Standing} Standing */

/** @param {HTMLElement} root */
function live(root) {
  const one = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (root.querySelector(selector));
  const words = saidWords(root);
  const alarm = new Alarm();
  const [said, line, stop, next, done] = ["[data-said]", "[data-line]", "[data-stop]", "[data-next]", "[data-done]"].map(one);
  const steps = /** @type {HTMLElement[]} */ ([...root.querySelectorAll("[data-step]")]);
  /** @type {Map<HTMLElement, StepTimer>} */
  const timers = new Map();
  const title = document.title;
  let present = -1;

  root.classList.add("is-live");
  for (const plain of root.querySelectorAll("[data-without-scripts], [data-plain-stop]")) plain.remove();
  one("[data-live]").hidden = false;

  /** @param {number} step */
  function show(step) {
    if (step === present) return;
    for (const timer of timers.values()) timer.pause();
    present = step;
    steps.forEach((section, index) => (section.hidden = index !== step));
    const place = steps[step]?.querySelector("[data-timer]");
    if (place instanceof HTMLElement && !timers.has(steps[step])) {
      timers.set(steps[step], new StepTimer(place, root.dataset, () => alarm.time()));
    }
    next.hidden = step >= steps.length;
    done.hidden = step < steps.length;
    for (const field of root.querySelectorAll("input[name=step]")) /** @type {HTMLInputElement} */ (field).value = String(step);
  }

  /** @param {boolean} isStopped @param {boolean} isNew */
  function rest(isStopped, isNew) {
    if (isStopped && isNew) {
      for (const timer of timers.values()) timer.pause();
      alarm.stop();
    }
    if (stop.hidden === !isStopped) return;
    stop.hidden = !isStopped;
    document.title = isStopped ? `${words.get("stop")} · ${title}` : title;
    for (const part of root.children) if (part !== stop) /** @type {HTMLElement} */ (part).inert = isStopped;
    if (isStopped) stop.focus();
  }

  /** @param {string | null} word */
  function tell(word) {
    if (!word) return;
    said.textContent = words.get(word) ?? "";
    said.dataset.word = word;
  }

  const talk = new PartnerLine(root.dataset.partner ?? "");
  talk.addEventListener("word", (event) => {
    const saying = /** @type {CustomEvent<Saying>} */ (event).detail;
    rest(saying.stopped, saying.word === "stop");
    tell(saying.word);
    if (saying.word !== "stop") alarm.word();
    show(saying.step);
  });
  talk.addEventListener("state", (event) => {
    const standing = /** @type {CustomEvent<Standing>} */ (event).detail;
    rest(standing.stopped, stop.hidden);
    tell(standing.word);
    show(standing.step);
    line.textContent = standing.person > 0 ? (root.dataset.back ?? "") : "";
  });
  talk.addEventListener("lost", () => (line.textContent = root.dataset.lost ?? ""));
  talk.addEventListener("over", () => {
    rest(false, false);
    line.textContent = root.dataset.over ?? "";
    for (const form of root.querySelectorAll("[data-say]")) /** @type {HTMLElement} */ (form).hidden = true;
    for (const timer of timers.values()) timer.pause();
  });

  for (const form of root.querySelectorAll("form[data-say]")) {
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const button = /** @type {HTMLButtonElement} */ (/** @type {SubmitEvent} */ (event).submitter);
      try {
        await talk.say(/** @type {HTMLFormElement} */ (form), button.value);
      } catch {
        line.textContent = root.dataset.lost ?? "";
      }
    });
  }
  const sound = one("[data-sound]");
  // The first touch, wherever it is, turns the sound on.
  document.addEventListener("click", (event) => {
    if (alarm.isTouched && event.target === sound) alarm.isOn = !alarm.isOn;
    alarm.touch();
    sound.textContent = (alarm.isOn ? sound.dataset.on : sound.dataset.off) ?? "";
  });
  show(Number(root.dataset.present));
}

const root = document.querySelector("[data-partner]");
if (root instanceof HTMLElement) live(root);
