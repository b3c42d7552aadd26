// The form of a session: what the person filled in, what the player found out, and how both are sent.

/** Only what the person answers; what the server put there comes with the page. */
const ANSWERS = 'input:not([type="hidden"]), select, textarea';

export class SessionForm {
  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.form = form;
  }

  /** What is filled in, to be kept. @returns {[string, string][]} */
  get answers() {
    return this.#inputs.filter((input) => input.type !== "radio" || input.checked)
      .filter((input) => input.value !== "").map((input) => [input.name, input.value]);
  }

  /** @param {[string, string][]} answers */
  set answers(answers) {
    for (const [name, value] of answers) {
      for (const input of this.#inputs) {
        if (input.name !== name) continue;
        if (input.type !== "radio") input.value = value;
        else if (input.value === value) input.checked = true;
      }
    }
  }

  get #inputs() {
    return /** @type {HTMLInputElement[]} */ ([...this.form.querySelectorAll(ANSWERS)]).filter((input) => input.name);
  }

  /** @param {string} name @param {string | number} value */
  put(name, value) {
    for (const input of this.form.elements) {
      if (!(input instanceof HTMLInputElement) || input.name !== name) continue;
      if (input.type === "radio") input.checked = input.value === value;
      else input.value = String(value);
    }
  }

  /** Sends it. @returns {Promise<Response>} what the server says; @throws when there is no way to it */
  send() {
    return fetch(this.form.action, {
      method: "POST",
      body: new URLSearchParams(/** @type {any} */ (new FormData(this.form))),
    });
  }
}

/** Shows the page that a form was answered with. @param {Response} response */
export async function follow(response) {
  if (response.redirected) {
    location.replace(response.url);
    return;
  }
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  document.title = page.title;
  document.querySelector("main")?.replaceWith(document.adoptNode(/** @type {Element} */ (page.querySelector("main"))));
  window.scrollTo(0, 0);
  const heading = /** @type {HTMLElement | null} */ (document.querySelector("main h1"));
  heading?.setAttribute("tabindex", "-1");
  heading?.focus();
}
