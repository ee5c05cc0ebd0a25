// On a framework's page, right behind the element: its first screens work at once, and what the element needs to know.

import { draftKey } from "./draft_key.js";
import { EarlyScreens } from "./early.js";
import "./framed.js";
import { patience } from "./import_module.js";

const html = document.documentElement;
const element = /** @type {HTMLElement & { early?: EarlyScreens }} */ (
  document.querySelector("next-rung")
);
const host = /** @type {HTMLElement} */ (element.querySelector("[data-early]"));

if (html.hasAttribute("data-embed")) {
  // Links lead to the page itself, not into somebody's frame of it.
  element.setAttribute("share", "none");
  try {
    sessionStorage.length;
  } catch {
    // In a sandbox nothing can be kept. The host page decided that, so the reader is not told.
    element.removeAttribute("persist");
  }
}

const key = element.hasAttribute("persist") ? draftKey(html.dataset.framework ?? "") : "";
// A link shows a result over what the tab kept.
const early = (element.early = new EarlyScreens(host, html.dataset.resuming === "link" ? "" : key));
if (early.draft()) delete html.dataset.resuming;

// From here on what is shown is what the assessment shows.
for (const event of ["nr-ready", "nr-error"])
  element.addEventListener(event, () => delete html.dataset.resuming);

/** Scripts like that of the element have run, those that came. */
let isParsed = false;
element.addEventListener("nr-wait", () => setTimeout(check, isParsed ? 0 : patience));

/** Says so where the element's own script did not come, or not whole: then the element cannot. */
function check() {
  if (customElements.get("next-rung")) return;
  early.stopWaiting();
  delete html.dataset.resuming;
  /** @type {HTMLElement} */ (document.getElementById("failure")).hidden = false;
}
addEventListener("DOMContentLoaded", () => {
  isParsed = true;
  check();
});
