// The single-page app that Trunk builds: the list of frameworks, and any of them on the same page.
//
// The address selects the content: `?framework=<id>` an assessment, `?across` the results side by side, otherwise the list.

import "../src/browser/element.js";
import { showAcross } from "../src/browser/load.js";

const main = /** @type {HTMLElement} */ (document.querySelector("main"));
const list = [...main.children];
const title = document.title;

// Links to pages of the published site lead to the app itself here.
/** The titles of the frameworks by their ids. @type {Map<string, string>} */
const frameworks = new Map();
for (const link of main.querySelectorAll("a")) {
  const address = link.getAttribute("href") ?? "";
  const id = /^f\/([^/]+)\/$/.exec(address)?.[1];
  if (id) {
    frameworks.set(id, link.textContent ?? "");
    link.href = `?framework=${id}`;
  } else if (address === "across/") {
    link.href = "?across";
  }
}

/** The query of the address that the page shows. @type {string | undefined} */
let shown;

function show() {
  // The assessment itself handles a change after the `#`.
  if (location.search === shown) return;
  shown = location.search;
  const wanted = new URLSearchParams(shown);
  const id = wanted.get("framework");
  const content = id
    ? [assessment(id), wayBack()]
    : wanted.has("across")
      ? [across(), wayBack()]
      : list;
  document.title = (id && frameworks.get(id)) || title;
  main.replaceChildren(...content);
}

function assessment(/** @type {string} */ id) {
  const element = document.createElement("next-rung");
  const attributes = {
    framework: id,
    "heading-level": "1",
    reveal: "eager",
    share: "hash",
    persist: "",
  };
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(paragraph("loading", "Loading the assessment…"));
  return element;
}

function across() {
  const place = document.createElement("div");
  place.append(paragraph("loading", "Loading your results…"));
  showAcross(place, [...frameworks.keys()]).catch((cause) => {
    console.error("next-rung:", cause);
    place.replaceChildren(
      paragraph("failure", "Your results could not be loaded. Reload the page."),
    );
  });
  return place;
}

function wayBack() {
  const link = document.createElement("a");
  link.href = "./";
  link.textContent = "All frameworks";
  const line = paragraph("page-back", "");
  line.append(link);
  return line;
}

function paragraph(/** @type {string} */ name, /** @type {string} */ text) {
  const line = document.createElement("p");
  line.className = name;
  line.textContent = text;
  return line;
}

addEventListener("click", (event) => {
  const link = event.target instanceof Element && event.target.closest("a");
  const address = link && link.getAttribute("href");
  const isPlain =
    event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
  if (!link || !isPlain || !(address === "./" || address?.startsWith("?"))) return;
  event.preventDefault();
  history.pushState(null, "", link.href);
  show();
  scrollTo(0, 0);
});
addEventListener("popstate", show);
show();
