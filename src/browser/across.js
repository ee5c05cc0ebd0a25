// The page of results across frameworks.

import { showAcross } from "./load.js";

const place = /** @type {HTMLElement} */ (document.getElementById("across"));

const ids = place.dataset.frameworks?.trim().split(" ") ?? [];

showAcross(place, ids).catch((cause) => {
  console.error("next-rung:", cause);
  const line = /** @type {HTMLElement} */ (document.getElementById("failure"));
  line.textContent =
    "Your results could not be loaded. Check your connection, then reload the page.";
  [line.hidden, place.hidden] = [false, true];
});
