// Runs on a framework's page, directly after the element: makes its first screens work and prepares the element.

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
  // Links lead to the page itself, not to the frame on another page.
  element.setAttribute("share", "none");
  try {
    sessionStorage.length;
  } catch {
    // In a sandbox nothing can be stored. The host page decided that, so the reader is not told.
    element.removeAttribute("persist");
  }
}

const key = element.hasAttribute("persist") ? draftKey(html.dataset.framework ?? "") : "";
// The result of a link is shown over the stored draft.
const early = (element.early = new EarlyScreens(host, html.dataset.resuming === "link" ? "" : key));
if (early.draft()) delete html.dataset.resuming;

// From then on the assessment is shown.
for (const event of ["nr-ready", "nr-error"])
  element.addEventListener(event, () => delete html.dataset.resuming);

/** `true` when the element's script has run, unless it did not arrive. */
let isParsed = false;
element.addEventListener("nr-wait", () => setTimeout(check, isParsed ? 0 : patience));

/** Reports that the element's script did not arrive completely, because then the element cannot. */
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
