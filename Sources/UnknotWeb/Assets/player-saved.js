// The session is saved: nothing of it stays in this browser.

import { Store } from "./player-store.js";

const root = document.querySelector("[data-saved]");
if (root instanceof HTMLElement && root.dataset.saved) new Store(root.dataset.saved).clear();
