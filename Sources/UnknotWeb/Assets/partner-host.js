// The person's page of a session for two: the buttons, and ways to send the link.

const link = document.querySelector("[data-partner-link]");
const ways = document.querySelector("[data-link-ways]");
if (link instanceof HTMLAnchorElement && ways instanceof HTMLElement) {
  const share = /** @type {HTMLButtonElement} */ (ways.querySelector("[data-share]"));
  const copy = /** @type {HTMLButtonElement} */ (ways.querySelector("[data-copy]"));
  // Browsers offer neither on a page without TLS.
  ways.hidden = !navigator.clipboard && !navigator.share;
  copy.hidden = !navigator.clipboard;
  share.hidden = !navigator.share;
  copy.addEventListener("click", async () => {
    await navigator.clipboard.writeText(link.href);
    copy.textContent = copy.dataset.copied ?? "";
  });
  share.addEventListener("click", () => navigator.share({ url: link.href }).catch(() => undefined));
}

// The link is wanted until somebody listens.
const place = document.querySelector("[data-link]");
let listened = false;
document.addEventListener("partner-state", (event) => {
  const isHeard = /** @type {CustomEvent<import("./partner-line.js").Standing>} */ (event).detail.partner > 0;
  if (place instanceof HTMLDetailsElement && isHeard !== listened) place.open = !isHeard;
  listened = isHeard;
});
