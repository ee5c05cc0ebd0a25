// In the head of our own pages, before the first paint: redirects to the page that a link is about, and sets how the page is
// shown.

import { draftKey } from "./draft_key.js";

const html = document.documentElement;
const { root, framework: here } = html.dataset;
const parameters = new URLSearchParams(location.search);
/** The fragment of the address, with the encoding by up to two redirects undone. */
const fragment = location.hash.replace(/%(?:25)*3D/gi, "=").replace(/%(?:25)*26/gi, "&");
const link = /[#&?;]r=(?:\d+\.([a-z0-9-]*))?/.exec(fragment);
const wanted = link?.[1] || parameters.get("framework");

if (!here && parameters.has("across")) location.replace(`${root}across/`);
if (wanted && wanted !== here && frameworks.includes(wanted))
  location.replace(`${root}f/${wanted}/${location.hash}`);
else if (!here && (link || wanted)) {
  addEventListener("DOMContentLoaded", () => {
    const line = document.getElementById("failure");
    if (!line) return;
    line.textContent = link
      ? "This link is cut off or was changed on its way, or it is about a framework that this page does not have. Ask for it once more, or choose one of the five below."
      : "There is no such framework here. Please choose one of the five below.";
    line.hidden = false;
  });
}

// Embedded in another page: without the surroundings of the assessment, and in the requested colors.
html.toggleAttribute("data-embed", parameters.has("embed"));
const theme = parameters.get("theme");
if (theme === "light" || theme === "dark") html.dataset.theme = theme;

// The start screen is hidden if another screen is about to be shown.
let kept = null;
try {
  kept = sessionStorage.getItem(draftKey(here ?? ""));
} catch {
  // Blocked storage is empty.
}
if (link || /second-view/.test(fragment)) html.dataset.resuming = "link";
else if (kept) html.dataset.resuming = "draft";
