// Keeps the screen on while a session runs. Browsers let go of it when the page is hidden, so it is asked for again.

export class Awake {
  #isWanted = false;
  /** @type {WakeLockSentinel | null} */
  #lock = null;

  constructor() {
    document.addEventListener("visibilitychange", () => void this.#ask());
  }

  /** @param {boolean} isWanted */
  want(isWanted) {
    if (this.#isWanted === isWanted) return;
    this.#isWanted = isWanted;
    if (isWanted) {
      void this.#ask();
    } else {
      void this.#lock?.release();
      this.#lock = null;
    }
  }

  async #ask() {
    if (!this.#isWanted || document.visibilityState !== "visible" || !("wakeLock" in navigator)) return;
    try {
      this.#lock = await navigator.wakeLock.request("screen");
    } catch {
      // A battery that is low may refuse; the session goes on without.
    }
  }
}
