// A button that prints, where there are scripts.

const button = document.querySelector("[data-print]");
if (button instanceof HTMLElement) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
  document.querySelector("[data-without-scripts]")?.remove();
}
