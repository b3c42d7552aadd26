// The buttons that say something to a partner, in any page that has a place for them:
//
//     <div data-partner-room="/partner/TOKEN"></div>
//
// The buttons and their words come from the server: they stand in the place already, or are got from the page of the
// room. The place tells what happens by events, `partner-word`, `partner-state` and `partner-over`, so that a player can
// pause at a stop, and takes `partner-say` with `{ word }` from it. A place without a room waits for somebody to mount it.
import { PartnerLine, saidWords } from "./partner-line.js";

/** @typedef {import("./partner-line.js").Saying} Saying */
/** @typedef {import("./partner-line.js").Standing} Standing */

/** After a stop "go on" is not taken for so long, so that a finger that taps twice does not take the stop back: ms. */
const PAUSE = 700;

/** @param {HTMLElement} place @returns {Promise<boolean>} whether there is such a room */
export async function mount(place) {
  const path = place.dataset.partnerRoom ?? "";
  if (!place.querySelector("[data-partner-talk]")) {
    const answer = await fetch(path);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const talk = page.querySelector("[data-partner-talk]");
    if (!talk) return false;
    place.append(document.adoptNode(talk));
  }
  const talk = /** @type {HTMLElement} */ (place.querySelector("[data-partner-talk]"));
  const one = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (talk.querySelector(selector));
  const form = /** @type {HTMLFormElement} */ (talk.querySelector("form"));
  const [heard, last, felt, stopped] = ["[data-heard-line]", "[data-last]", "[data-felt]", "[data-stopped]"].map(one);
  const words = saidWords(talk);
  const resume = /** @type {HTMLButtonElement} */ (stopped.querySelector("button"));
  const line = new PartnerLine(path);

  /** @param {{ step: number, stopped: boolean, word: string | null, steps?: number }} now */
  function show(now) {
    const hadFocus = talk.contains(document.activeElement);
    if (now.stopped && stopped.hidden) {
      resume.disabled = true;
      window.setTimeout(() => {
        resume.disabled = false;
        if (hadFocus && !stopped.hidden) resume.focus();
      }, PAUSE);
    }
    felt.hidden = now.stopped;
    stopped.hidden = !now.stopped;
    last.textContent = words.get(now.word ?? "") ?? "";
    for (const button of form.querySelectorAll("button")) {
      button.classList.toggle("is-now", !now.stopped && button.value === now.word);
      if (button.value === "next") {
        button.disabled = now.stopped;
        if (now.steps !== undefined) button.hidden = now.step >= now.steps;
      }
    }
    const field = form.querySelector("input[name=step]");
    if (field instanceof HTMLInputElement) field.value = String(now.step);
    // A button that went away takes the focus with it.
    if (hadFocus && !now.stopped && !talk.contains(document.activeElement)) /** @type {HTMLElement | null} */ (felt.querySelector("[data-word=stop]"))?.focus();
    for (const item of document.querySelectorAll("[data-line]")) {
      if (/** @type {HTMLElement} */ (item).dataset.line === String(now.step)) item.setAttribute("aria-current", "step");
      else item.removeAttribute("aria-current");
    }
  }

  /** @param {string | undefined} text @param {boolean} isBad */
  function note(text, isBad) {
    heard.textContent = text ?? "";
    heard.classList.toggle("is-bad", isBad);
  }

  /** @param {string} word */
  async function say(word) {
    try {
      const now = await line.say(form, word);
      show(now);
      note(now.partner > 0 ? talk.dataset.heard : talk.dataset.unheard, now.partner === 0);
    } catch {
      note(talk.dataset.failed, true);
    }
  }

  line.addEventListener("word", (event) => {
    const saying = /** @type {CustomEvent<Saying>} */ (event).detail;
    show(saying);
    place.dispatchEvent(new CustomEvent("partner-word", { detail: saying, bubbles: true }));
  });
  line.addEventListener("state", (event) => {
    const now = /** @type {CustomEvent<Standing>} */ (event).detail;
    show(now);
    note(now.partner > 0 ? talk.dataset.heard : talk.dataset.unheard, now.partner === 0);
    place.dispatchEvent(new CustomEvent("partner-state", { detail: now, bubbles: true }));
  });
  line.addEventListener("lost", () => note(talk.dataset.lost, true));
  line.addEventListener("over", (event) => {
    note(talk.dataset.over, false);
    form.hidden = true;
    const { detail } = /** @type {CustomEvent<{ isSure: boolean }>} */ (event);
    place.dispatchEvent(new CustomEvent("partner-over", { detail, bubbles: true }));
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const button = /** @type {HTMLButtonElement | null} */ (event.submitter);
    if (button) say(button.value);
  });
  place.addEventListener("partner-say", (event) => say(/** @type {CustomEvent<{ word: string }>} */ (event).detail.word));
  return true;
}

for (const place of document.querySelectorAll("[data-partner-room]")) {
  if (place instanceof HTMLElement && place.dataset.partnerRoom) mount(place);
}
