// The time of one step on the partner's phone: presses and rests one after the other.

/** @typedef {{ isWork: boolean, seconds: number, number: number }} Phase */

/** The presses and the rests between them. @param {number} seconds @param {number} repetitions @param {number} rest @returns {Phase[]} */
export function phases(seconds, repetitions, rest) {
  /** @type {Phase[]} */
  const all = [];
  for (let number = 1; number <= repetitions; number += 1) {
    all.push({ isWork: true, seconds, number });
    if (rest > 0 && number < repetitions) all.push({ isWork: false, seconds: rest, number });
  }
  return all;
}

/** @param {number} seconds */
function clock(seconds) {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

export class StepTimer {
  /** How often the digits are looked at, ms. */
  static interval = 200;

  #index = 0;
  /** Milliseconds of the phase that have passed while it ran. */
  #passed = 0;
  #since = 0;
  #ticking = 0;
  /** @type {WakeLockSentinel | undefined} */
  #awake;

  /** @param {HTMLElement} place @param {DOMStringMap} words @param {() => void} onPhase */
  constructor(place, words, onPhase) {
    const { seconds, repetitions, rest } = place.dataset;
    this.phases = phases(Number(seconds), Number(repetitions), Number(rest));
    this.count = Number(repetitions);
    this.words = words;
    this.onPhase = onPhase;
    this.digits = document.createElement("p");
    this.digits.className = "pair-digits";
    this.digits.setAttribute("role", "timer");
    this.bar = document.createElement("progress");
    this.bar.setAttribute("aria-hidden", "true");
    this.status = document.createElement("p");
    this.status.setAttribute("role", "status");
    this.button = document.createElement("button");
    this.button.type = "button";
    this.button.className = "button";
    this.button.addEventListener("click", () => (this.#ticking ? this.pause() : this.start()));
    place.append(this.digits, this.bar, this.status, this.button);
    place.hidden = false;
    this.#show();
  }

  start() {
    if (this.#index >= this.phases.length) [this.#index, this.#passed] = [0, 0];
    this.#since = performance.now();
    this.#ticking = window.setInterval(() => this.#tick(), StepTimer.interval);
    navigator.wakeLock?.request("screen").then((lock) => (this.#awake = lock), () => undefined);
    this.#show();
  }

  pause() {
    if (!this.#ticking) return;
    this.#passed += performance.now() - this.#since;
    this.#rest();
    this.#show();
  }

  #rest() {
    window.clearInterval(this.#ticking);
    this.#ticking = 0;
    this.#awake?.release().catch(() => undefined);
    this.#awake = undefined;
  }

  get #elapsed() {
    return this.#passed + (this.#ticking ? performance.now() - this.#since : 0);
  }

  #tick() {
    const phase = this.phases[this.#index];
    if (this.#elapsed >= phase.seconds * 1000) {
      this.#index += 1;
      [this.#passed, this.#since] = [0, performance.now()];
      if (this.#index >= this.phases.length) this.#rest();
      this.onPhase();
    }
    this.#show();
  }

  #show() {
    const phase = this.phases[this.#index];
    const left = phase ? Math.max(0, Math.ceil(phase.seconds - this.#elapsed / 1000)) : 0;
    this.digits.textContent = clock(left);
    this.bar.max = phase?.seconds ?? 1;
    this.bar.value = phase ? phase.seconds - left : 1;
    const said = !phase ? this.words.rested : phase.isWork ? this.words.working : this.words.resting;
    const text = (said ?? "").replace("{number}", String(phase?.number)).replace("{count}", String(this.count));
    if (this.status.textContent !== text) this.status.textContent = text;
    const isFresh = !phase || (this.#index === 0 && this.#elapsed === 0);
    const label = this.#ticking ? this.words.pause : isFresh ? this.words.start : this.words.goOn;
    if (this.button.textContent !== label) this.button.textContent = label ?? "";
  }
}
