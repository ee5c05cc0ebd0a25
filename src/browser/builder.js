// The embed builder: shows the snippet for a writer's choice, in a field and in two sample articles, and copies it.
// Its words are in pages/embed.html, except those that depend on the choice.

import { accented, escaped, snippet, tag } from "./snippet.js";

/** @typedef {import("./snippet.js").Mode} Mode */
/** @typedef {import("./snippet.js").Choice} Choice */

const form = part("choices", HTMLFormElement);
const snippetField = part("snippet", HTMLTextAreaElement);
const picker = part("picker", HTMLInputElement);
const code = part("code", HTMLInputElement);
const articles = [...document.querySelectorAll("iframe")];
/** The site that this page is a part of. Previews use it, so that they also work before the site is published. */
const here = new URL("..", location.href).href;
const published = form.dataset.address || here;

/** @template {HTMLElement} T @param {string} id @param {new () => T} kind @returns {T} */
function part(id, kind) {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`the page has no #${id}`);
  return found;
}

/** Makes elements of our own snippets only. @type {any} */
const policy = Reflect.get(window, "trustedTypes")?.createPolicy("next-rung-builder", {
  createHTML: (/** @type {string} */ html) => html,
});

/** Puts a snippet into a sample article. @param {HTMLIFrameElement} frame @param {string} html */
function preview(frame, html) {
  const article = frame.contentDocument;
  const place = article?.getElementById("place");
  if (!article || !place) return; // Not loaded yet; the article's load event calls this again.
  article.documentElement.style.colorScheme = frame.dataset.scheme ?? "";
  const trusted = policy?.createHTML(html) ?? html;
  const { body } = new DOMParser().parseFromString(trusted, "text/html");
  // Following a link must not replace the article; the element starts in place.
  for (const link of body.querySelectorAll(":not(next-rung) > a"))
    link.setAttribute("target", "_blank");
  const [shown, next] = [place, body].map((parent) => parent.firstElementChild);
  if (
    shown?.matches("next-rung") &&
    next &&
    shown.getAttribute("framework") === next.getAttribute("framework")
  ) {
    // A started assessment continues while its looks change. Only a style may be removed again.
    for (const name of new Set([...next.getAttributeNames(), "style"])) {
      const value = next.getAttribute(name);
      if (value === null) shown.removeAttribute(name);
      else if (value !== shown.getAttribute(name)) shown.setAttribute(name, value);
    }
  } else if (place.dataset.shown !== html) {
    place.replaceChildren(...[...body.children].filter((child) => child.localName !== "script"));
    // A parsed script does not run, and one script serves all elements of a page.
    for (const { type, src } of body.querySelectorAll("script")) {
      if ([...article.scripts].some((script) => script.src === src)) continue;
      article.head.append(Object.assign(article.createElement("script"), { type, src }));
    }
  }
  place.dataset.shown = html;
}

/** The colors of the assessment's panels, from the style sheet of this page. @returns {import("./snippet.js").Surfaces} */
function surfaces() {
  const surface = getComputedStyle(document.documentElement).getPropertyValue("--surface");
  const colors = /light-dark\((.+), (.+)\)/.exec(surface);
  if (!colors) throw new Error("the page has no --surface for light and dark");
  return { light: colors[1], dark: colors[2] };
}

/** Returns the current choice, and a note about its accent. @returns {{ choice: Choice, isOwn: boolean, note: string }} */
function chosen() {
  const data = new FormData(form);
  const theme = /** @type {Choice["theme"]} */ (data.get("theme"));
  const isOwn = data.get("accent") === "own";
  const framework = form.querySelector("[name=framework]:checked");
  const { style, note } = accented(picker.value, theme, data.has("adjust"), surfaces());
  const choice = {
    framework: String(data.get("framework")),
    title: framework?.getAttribute("data-title") ?? "",
    invitation: framework?.getAttribute("data-invitation") ?? "",
    mode: /** @type {Mode} */ (data.get("mode")),
    theme,
    accent: isOwn ? style : "",
    persist: data.has("persist"),
    headingLevel: String(data.get("headingLevel")),
    grow: data.has("grow"),
  };
  return { choice, isOwn, note };
}

/** Updates everything on the page for the current choice. */
function update() {
  const { choice, isOwn, note } = chosen();
  const { mode } = choice;
  const isColor = colorIn(code.value) !== undefined;
  code.setAttribute("aria-invalid", String(!isColor));
  say("color-note", isColor ? note : "Please write the color as # and six digits, like #0b7285.");
  part("own-color", HTMLDivElement).hidden = !isOwn;
  for (const field of form.querySelectorAll("[data-for]")) {
    if (field instanceof HTMLElement) field.hidden = !field.dataset.for?.split(" ").includes(mode);
  }

  const text = snippet(choice, published);
  if (snippetField.value !== text) say("copied", "");
  snippetField.value = text;
  part("copy-formatted", HTMLButtonElement).hidden = mode !== "image";
  part("formatted-note", HTMLParagraphElement).hidden = mode !== "image";
  part("picture", HTMLAnchorElement).href = new URL(`f/${choice.framework}/card.png`, here).href;
  for (const frame of articles) preview(frame, previewed(choice));
  for (const place of document.querySelectorAll("#places > li")) mark(place, mode);
  const name = form.querySelector("[name=mode]:checked + span")?.firstChild?.textContent ?? "";
  say("chosen-mode", name.charAt(0).toLowerCase() + name.slice(1));
}

/** Returns the HTML for the preview. @param {Choice} choice */
function previewed(choice) {
  // Kept answers would be the writer's own, given on another page in this tab.
  if (choice.mode === "element" || choice.mode === "iframe")
    return snippet({ ...choice, persist: false }, here);
  const address = snippet({ ...choice, mode: "link" }, here);
  const link = tag("a", { href: address }, escaped(address));
  return choice.mode === "link" ? tag("p", {}, link) : snippet({ ...choice, mode: "image" }, here);
}

/** Marks how well a place supports the chosen way of embedding. @param {Element} place @param {Mode} mode */
function mark(place, mode) {
  const has = (/** @type {string} */ name) => place.getAttribute(name)?.split(" ").includes(mode);
  const verdict = has("data-best") ? "Best" : has("data-works") ? "Works" : "No";
  place.setAttribute("data-verdict", verdict);
  const line =
    place.querySelector(".verdict") ??
    place.insertBefore(document.createElement("p"), place.children[1]);
  line.className = "verdict";
  line.textContent = { Best: "Best choice here", Works: "Works here", No: "Not here" }[verdict];
}

/** @param {string} id @param {string} text */
function say(id, text) {
  const line = part(id, HTMLElement);
  if (line.textContent !== text) line.textContent = text;
}

/** Reads a color in the usual notations, such as #A8421C, a8421c or #a42. @param {string} text */
function colorIn(text) {
  const digits = /^#?((?:[0-9a-f]{3}){1,2})$/.exec(text.trim().toLowerCase())?.[1];
  return digits && `#${digits.length === 3 ? digits.replace(/./g, "$&$&") : digits}`;
}

/**
 * Copies in the given way, and explains how to do it by hand if the browser refuses.
 * @param {() => Promise<void>} way @param {string} byHand
 */
async function copy(way, byHand) {
  try {
    await way();
    say("copied", "Copied. Paste it into your article.");
  } catch (cause) {
    console.warn("next-rung:", cause);
    snippetField.select();
    say("copied", `This browser did not let us copy. ${byHand}`);
  }
}

part("copy", HTMLButtonElement).addEventListener("click", () => {
  copy(
    () => navigator.clipboard.writeText(snippetField.value),
    "The snippet is selected: press Ctrl and C, or ⌘ and C.",
  );
});
part("copy-formatted", HTMLButtonElement).addEventListener("click", () => {
  const [html, text] = ["text/html", "text/plain"].map(
    (type) => new Blob([snippetField.value], { type }),
  );
  const formatted = () =>
    navigator.clipboard.write([new ClipboardItem({ "text/html": html, "text/plain": text })]);
  copy(formatted, "Select the picture and the line below it in the sample article, and copy them.");
});
snippetField.addEventListener("focus", () => snippetField.select());
picker.addEventListener("input", () => {
  code.value = picker.value;
});
code.addEventListener("input", () => {
  picker.value = colorIn(code.value) ?? picker.value;
});
code.addEventListener("blur", () => {
  code.value = picker.value;
  update();
});
form.addEventListener("input", update);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  part("outcome", HTMLElement).scrollIntoView();
  snippetField.focus({ preventScroll: true });
});
for (const frame of articles) frame.addEventListener("load", update);

// Other pages link here with a framework already chosen: ?framework=clarity.
const asked = new URLSearchParams(location.search).get("framework");
for (const choice of form.querySelectorAll("[name=framework]")) {
  if (choice instanceof HTMLInputElement && choice.value === asked) choice.checked = true;
}
const isLocal = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(published).hostname);
part("local-note", HTMLParagraphElement).hidden = !isLocal;
update();
