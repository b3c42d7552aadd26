// The first page: marking on the figure, on top of a page that works without it.

document.getElementById("drawing")?.classList.add("is-scripted");
