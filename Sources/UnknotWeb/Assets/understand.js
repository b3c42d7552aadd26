// The model redrawn while a setting moves: the form is posted as ever, and the parts that changed are put in.

/** How long a slider rests before the server is asked, ms. */
const REST = 90;

/** @param {HTMLFormElement} form */
function redrawn(form) {
  const status = /** @type {HTMLElement} */ (document.querySelector("[data-summary]"));
  /** @type {AbortController | undefined} */
  let asking;
  let waiting = 0;

  async function redraw() {
    asking?.abort();
    asking = new AbortController();
    try {
      const answer = await fetch("/understand", {
        method: "POST",
        body: new URLSearchParams(/** @type {any} */ (new FormData(form))),
        signal: asking.signal,
      });
      if (!answer.ok) throw new Error(String(answer.status));
      replace(new DOMParser().parseFromString(await answer.text(), "text/html"));
    } catch (error) {
      if (/** @type {Error} */ (error).name !== "AbortError") status.textContent = form.dataset.failed ?? "";
    }
  }

  /** @param {Document} fresh */
  function replace(fresh) {
    for (const old of document.querySelectorAll("[data-live]")) {
      const part = fresh.getElementById(old.id);
      if (!part) continue;
      // A part that holds the focus keeps it: only what is in it changes.
      if (old.contains(document.activeElement)) continue;
      old.replaceWith(document.adoptNode(part));
    }
    for (const slider of form.querySelectorAll("input[type=range]")) {
      const text = document.getElementById(slider.id.replace("set-", "out-"))?.textContent ?? "";
      slider.setAttribute("aria-valuetext", text);
    }
    status.textContent = fresh.querySelector("[data-summary]")?.textContent ?? "";
  }

  form.addEventListener("input", () => {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(redraw, REST);
  });
}

const form = document.querySelector("form.bench");
if (form instanceof HTMLFormElement) redrawn(form);
