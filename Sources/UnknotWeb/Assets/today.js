// Tells the server in which time zone the browser is, so that days begin when they begin here.

/** How long the browser remembers it, in seconds: a year. */
const YEAR = 31536000;

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const name = "unknot_zone=";
const known = document.cookie.split("; ").find((cookie) => cookie.startsWith(name))?.slice(name.length);
if (zone && known !== zone) {
  document.cookie = `${name}${zone}; path=/; max-age=${YEAR}; samesite=lax`;
  // The page that is there was made for another zone. Where cookies are refused it stays as it is.
  const shown = /** @type {HTMLElement | null} */ (document.querySelector("[data-zone]"))?.dataset.zone;
  if (shown && shown !== zone && document.cookie.includes(name + zone)) location.reload();
}
