// The line between two phones: what is said on one is heard on the other through the server.

/** @typedef {{ number: number, word: string, by: string, step: number, stopped: boolean }} Saying */
/** @typedef {{ number: number, step: number, steps: number, stopped: boolean, word: string | null, by: string | null, person: number, partner: number }} Standing */

/**
 * Events: `word` for each word in its order, `state` for how things stand (at first, and when somebody comes or goes),
 * `lost` and `back` for the connection, `over` when the session has ended.
 */
export class PartnerLine extends EventTarget {
  /** @param {string} path of the room, such as /partner/TOKEN */
  constructor(path) {
    super();
    this.path = path;
    this.isLost = false;
    this.source = new EventSource(`${path}/events`);
    this.source.addEventListener("word", (event) => this.#tell("word", event));
    this.source.addEventListener("state", (event) => this.#tell("state", event));
    this.source.addEventListener("over", () => this.#end(true));
    this.source.addEventListener("open", () => {
      if (this.isLost) this.dispatchEvent(new CustomEvent("back"));
      this.isLost = false;
    });
    this.source.addEventListener("error", () => {
      // A browser comes again by itself unless the server says that there is nothing.
      // Leaving the page looks the same, so the room may still be there.
      if (this.source.readyState === EventSource.CLOSED) return this.#end(false);
      this.isLost = true;
      this.dispatchEvent(new CustomEvent("lost"));
    });
    // A page that is kept in the background of the history holds no line.
    window.addEventListener("pagehide", () => this.source.close());
    window.addEventListener("pageshow", (event) => event.persisted && location.reload());
  }

  /**
   * Says something; fails when it did not arrive.
   * @param {HTMLFormElement} form holds the step, and what protects the form @param {string} word
   * @returns {Promise<Standing>}
   */
  async say(form, word) {
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === "string") body.append(name, value);
    body.set("word", word);
    const answer = await fetch(`${this.path}/say`, {
      method: "POST",
      body,
      headers: { Accept: "application/json" },
      keepalive: true,
    });
    if (answer.status === 404) this.#end(true);
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.json();
  }

  /** @param {string} name @param {MessageEvent} event */
  #tell(name, event) {
    this.dispatchEvent(new CustomEvent(name, { detail: JSON.parse(event.data) }));
  }

  /** @param {boolean} isSure whether the server said so */
  #end(isSure) {
    this.source.close();
    this.dispatchEvent(new CustomEvent("over", { detail: { isSure } }));
  }
}

/** The words of the page by their id. @param {ParentNode} root @returns {Map<string, string>} */
export function saidWords(root) {
  const items = [...root.querySelectorAll("[data-said-words] [data-word]")];
  return new Map(items.map((item) => [/** @type {HTMLElement} */ (item).dataset.word ?? "", item.textContent ?? ""]));
}
