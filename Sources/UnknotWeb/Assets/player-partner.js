// A second phone for the partner, opened from the player: the room, its two addresses, and stop in both directions.
import { mount } from "./partner-talk.js";

/** @typedef {{ person: string, partner: string }} Room the person's path and the partner's address */
/** @typedef {{ pause: () => void, resume: () => void, say: (text: string) => void, keep: () => void }} Reins what the player does when the room says so */

export class PlayerPartner {
  /** @type {Room | null} kept by the player, so that a reload stays in the room */
  room = null;
  /** Whether stop stands in the room; only the person takes it back. */
  isStopped = false;
  /** @type {Promise<boolean>} whether the buttons are there */
  mounted = Promise.resolve(false);

  /** @param {HTMLElement} root of the session @param {Reins} reins */
  constructor(root, reins) {
    this.root = root;
    this.reins = reins;
    this.place = /** @type {HTMLElement | null} */ (root.querySelector("[data-partner-room]"));
    this.offer = /** @type {HTMLElement | null} */ (root.querySelector("[data-second]"));
    this.place?.addEventListener("partner-word", (event) => {
      this.#hear(/** @type {CustomEvent<import("./partner-line.js").Saying>} */ (event).detail);
    });
    this.place?.addEventListener("partner-state", (event) => {
      this.isStopped = /** @type {CustomEvent<import("./partner-line.js").Standing>} */ (event).detail.stopped;
      if (this.isStopped) this.reins.pause();
    });
    this.place?.addEventListener("partner-over", (event) => {
      const { isSure } = /** @type {CustomEvent<{ isSure: boolean }>} */ (event).detail;
      if (isSure) this.#leave();
      else void this.#check();
    });
  }

  /** Makes a room for the plan. Without one the session goes on as it is. @param {HTMLFormElement} plan its fields, with what protects the form */
  async open(plan) {
    const button = /** @type {HTMLButtonElement | null} */ (this.offer?.querySelector("button"));
    if (!button || this.room || button.disabled) return;
    button.disabled = true;
    this.#tell("");
    try {
      const answer = await fetch("/release/partner", {
        method: "POST",
        body: new URLSearchParams(/** @type {any} */ (new FormData(plan))),
        headers: { Accept: "application/json" },
      });
      if (!answer.ok) throw new Error(String(answer.status));
      const { person, partner } = await answer.json();
      this.join({ person, partner });
      this.reins.keep();
    } catch {
      this.#tell(this.offer?.dataset.none);
    }
    button.disabled = false;
  }

  /** Goes into a room that was made. @param {Room} room */
  async join(room) {
    if (!this.place || !this.offer) return;
    this.room = room;
    const [partner, person] = ["[data-second-link]", "[data-second-code]"].map(
      (selector) => /** @type {HTMLAnchorElement} */ (this.offer?.querySelector(selector)),
    );
    partner.href = room.partner;
    partner.textContent = room.partner;
    person.href = room.person;
    this.#show(true);
    this.place.dataset.partnerRoom = room.person;
    this.mounted = mount(this.place);
    try {
      if (!(await this.mounted)) this.#leave();
    } catch {
      this.mounted = Promise.resolve(false);
      this.#tell(this.offer.dataset.lost);
    }
  }

  /** Says a word to the partner; nothing without a room. @param {"stop" | "resume" | "less"} word */
  async say(word) {
    if (!this.room || (word === "resume" && !this.isStopped)) return;
    if (word !== "less") this.isStopped = word === "stop";
    if (await this.mounted.catch(() => false)) {
      this.place?.dispatchEvent(new CustomEvent("partner-say", { detail: { word } }));
    }
  }

  /** @param {import("./partner-line.js").Saying} saying */
  #hear({ word, by, stopped }) {
    this.isStopped = stopped;
    if (word === "stop") {
      this.reins.pause();
      if (by === "partner") this.reins.say(this.offer?.dataset.stopped ?? "");
    }
    if (word === "resume") this.reins.resume();
  }

  /** Whether a line that broke off for good leads nowhere any more: a page that is left loses its line, but keeps its room. */
  async #check() {
    const answer = await fetch(this.room?.person ?? "").catch(() => null);
    if (answer?.status === 404) this.#leave();
    else if (answer) this.#tell(this.offer?.dataset.lost);
  }

  /** The room is over: the session goes on without. */
  #leave() {
    if (!this.room) return;
    this.room = null;
    this.isStopped = false;
    this.mounted = Promise.resolve(false);
    if (this.place) {
      this.place.dataset.partnerRoom = "";
      this.place.replaceChildren();
    }
    this.#show(false);
    this.#tell(this.offer?.dataset.over);
    this.reins.keep();
  }

  /** @param {boolean} isOpen */
  #show(isOpen) {
    if (this.place) this.place.hidden = !isOpen;
    const [button, ways] = ["button", "[data-second-ways]"].map(
      (selector) => /** @type {HTMLElement} */ (this.offer?.querySelector(selector)),
    );
    button.hidden = isOpen;
    ways.hidden = !isOpen;
    this.#tell("");
  }

  /** @param {string | undefined} text */
  #tell(text) {
    for (const line of this.root.querySelectorAll("[data-second-said]")) line.textContent = text ?? "";
  }
}
