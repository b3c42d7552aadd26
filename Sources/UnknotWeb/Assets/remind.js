// Shows reminders when they fall due, on whatever page of the journal is open, and beside the browser's window where the
// person allowed it. Words and forms come from the server.

/** The longest time between two looks, in milliseconds: clocks are set and machines sleep. */
const LONGEST = 600_000;

/** Time left to the server's clock to pass the moment, in milliseconds. */
const MARGIN = 500;

const spot = /** @type {HTMLElement | null} */ (document.querySelector("#reminder-spot"));

/** Reminders that were shown beside the window already. */
const told = new Set();

let waiting = 0;

/** Looks again when the next one is due. */
function wait() {
  const left = Number(spot?.dataset.wait ?? LONGEST);
  clearTimeout(waiting);
  waiting = setTimeout(look, Math.min(LONGEST, Math.max(0, left) + MARGIN));
}

/** Tells those who look elsewhere, if they allowed it. */
function tell() {
  const items = /** @type {NodeListOf<HTMLElement>} */ (spot?.querySelectorAll(".reminder-due"));
  for (const item of items) {
    const { key, what } = item.dataset;
    if (!key || told.has(key)) continue;
    told.add(key);
    if (!document.hidden || !("Notification" in window) || Notification.permission !== "granted") continue;
    try {
      const notification = new Notification(spot?.dataset.title ?? "", { body: what, tag: key });
      notification.addEventListener("click", () => window.focus());
    } catch {
      // Some phones let only installed pages do that. The page itself shows it anyway.
    }
  }
}

/** Puts in place what a page of the server says is due. @param {string} text */
function show(text) {
  const fresh = /** @type {HTMLElement | null} */ (
    new DOMParser().parseFromString(text, "text/html").querySelector("#reminder-spot")
  );
  if (!spot || !fresh) return false;
  if (fresh.dataset.wait) spot.dataset.wait = fresh.dataset.wait;
  else delete spot.dataset.wait;
  const keys = (/** @type {HTMLElement} */ place) =>
    [...place.querySelectorAll("[data-key]")].map((item) => item.getAttribute("data-key")).join();
  // What has not changed stays, so that nobody is told twice and a focus is not lost.
  if (keys(fresh) !== keys(spot)) spot.replaceChildren(...fresh.childNodes);
  tell();
  return true;
}

/** Asks what is due now. */
async function look() {
  if (!spot) return;
  try {
    const answer = await fetch(`${spot.dataset.look}?back=${encodeURIComponent(location.pathname)}`);
    // Somebody who was signed out meanwhile gets another page: then there is nothing to look for.
    if (answer.ok && !show(await answer.text())) return;
  } catch {
    // Without a connection: later.
    delete spot.dataset.wait;
  }
  wait();
}

/** Sends an answer without leaving the page, where something may be half typed. @param {SubmitEvent} event */
async function send(event) {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || !form.matches(".reminder-answers")) return;
  event.preventDefault();
  const fields = new FormData(form, event.submitter);
  const body = new URLSearchParams([...fields].map(([name, value]) => [name, String(value)]));
  try {
    const answer = await fetch(form.action, { method: "POST", body, redirect: "manual" });
    if (answer.type === "opaqueredirect") {
      form.closest(".reminder-due")?.remove();
      // The button is gone: whoever goes on by keyboard goes on from here.
      spot?.focus({ preventScroll: true });
      return look();
    }
  } catch {
    // Then as a form is sent without scripts, so that the browser says what is wrong.
  }
  spot?.removeEventListener("submit", send);
  form.requestSubmit(event.submitter);
}

/** The button that asks the browser for its permission. */
function allow() {
  const place = /** @type {HTMLElement | null} */ (document.querySelector("#reminder-allow"));
  if (!place || !("Notification" in window)) return;
  const update = () => {
    for (const part of /** @type {NodeListOf<HTMLElement>} */ (place.querySelectorAll("[data-permission]"))) {
      part.hidden = part.dataset.permission !== Notification.permission;
    }
  };
  place.hidden = false;
  update();
  place.querySelector("button")?.addEventListener("click", async () => {
    await Notification.requestPermission();
    update();
  });
}

if (spot) {
  spot.tabIndex = -1;
  spot.addEventListener("submit", send);
  tell();
  wait();
  document.addEventListener("visibilitychange", () => document.hidden || look());
}
allow();
