// What a reload must not lose, kept in this browser only until it is saved; and which of voice and sound are on.

/** @typedef {import("./player-machine.js").State} State */
/** @typedef {{ state: State, fields: [string, string][], room?: import("./player-partner.js").Room | null }} Kept what was reached, what was filled in, and the partner's room */

const PREFIX = "unknot_session_";
const SWITCHES = "unknot_player";
/** ms after which what was not gone on with is forgotten: three days. Unsent results stay for a month. */
const FORGOTTEN = 3 * 86400000;
const UNSENT = 30 * 86400000;

/** Storage may be refused; then a reload begins anew. @template Value @param {() => Value} work @returns {Value | null} */
function tried(work) {
  try {
    return work();
  } catch {
    return null;
  }
}

export class Store {
  /** @param {string} key of the session */
  constructor(key) {
    this.key = PREFIX + key;
    tried(() => this.#forget(Date.now()));
  }

  /** @returns {Kept | null} */
  read() {
    return tried(() => JSON.parse(localStorage.getItem(this.key) ?? "null"));
  }

  /** @param {Kept} kept */
  write(kept) {
    tried(() => localStorage.setItem(this.key, JSON.stringify(kept)));
  }

  clear() {
    tried(() => localStorage.removeItem(this.key));
  }

  /** @returns {{ voice: boolean, sound: boolean }} */
  get switches() {
    return { voice: true, sound: true, ...tried(() => JSON.parse(localStorage.getItem(SWITCHES) ?? "{}")) };
  }

  /** @param {{ voice: boolean, sound: boolean }} switches */
  set switches(switches) {
    tried(() => localStorage.setItem(SWITCHES, JSON.stringify(switches)));
  }

  /** @param {number} now */
  #forget(now) {
    for (const key of Object.keys(localStorage)) {
      if (!key.startsWith(PREFIX)) continue;
      const state = tried(() => JSON.parse(localStorage.getItem(key) ?? "")?.state);
      const age = now - (state?.seen ?? 0);
      if (age > (state?.part === "unsent" ? UNSENT : FORGOTTEN)) localStorage.removeItem(key);
    }
  }
}
