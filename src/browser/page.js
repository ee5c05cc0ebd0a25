// On a framework's page, right behind the element: until the assessment is loaded, its first two screens work as they stand in
// the page, and what the reader does in them is done again in the assessment once it is there.

import "./framed.js";

const html = document.documentElement;
const element = /** @type {HTMLElement} */ (document.querySelector("next-rung"));
const [first, second] = /** @type {NodeListOf<HTMLElement>} */ (
  document.querySelectorAll("[data-screen]")
);
/** Buttons that were pressed. @type {Element[]} */
const pressed = [];
let hasFailed = false;

if (html.hasAttribute("data-embed")) {
  // Links lead to the page itself, not into somebody's frame of it.
  element.setAttribute("share", "none");
  try {
    sessionStorage.length;
  } catch {
    // In a sandbox nothing can be kept: that is as whoever embeds it wants it, so there is nothing to say.
    element.removeAttribute("persist");
  }
}

// Where the element's own script does not load, it cannot say so.
document.querySelector("script[src]")?.addEventListener("error", () => {
  /** @type {HTMLElement} */ (document.getElementById("failure")).hidden = false;
});

element.addEventListener("click", ({ target }) => {
  const button = target instanceof Element && target.closest("[data-screen] button");
  if (!button) return;
  pressed.push(button);
  if (hasFailed) again();
  if (first.contains(button)) {
    [first.hidden, second.hidden] = [true, false];
    html.toggleAttribute("data-begun", true);
    /** @type {HTMLElement | null} */ (second.querySelector("[data-heading]"))?.focus();
  } else {
    second.setAttribute("aria-busy", "true");
  }
});

element.addEventListener(
  "nr-ready",
  () => {
    const stage = /** @type {Element} */ (element.shadowRoot?.querySelector(".stage"));
    // The worksheet asks the same: it stands aside once the assessment has begun.
    const look = () => html.toggleAttribute("data-begun", stage.querySelector(".start") === null);
    new MutationObserver(look).observe(stage, { childList: true, subtree: true });
    look();
    repeat(stage);
  },
  { once: true },
);

// From here on what is shown is what the assessment shows.
for (const event of ["nr-ready", "nr-error"])
  element.addEventListener(event, () => html.removeAttribute("data-resuming"));

// The worksheet is a way out, and the next press tries again.
element.addEventListener("nr-error", () => {
  hasFailed = true;
  html.removeAttribute("data-begun");
  second.removeAttribute("aria-busy");
});

function again() {
  hasFailed = false;
  for (const when of ["interaction", "eager"]) element.setAttribute("reveal", when);
}

async function repeat(/** @type {Element} */ stage) {
  for (const screen of [first, second]) {
    // Whoever comes back is elsewhere in the assessment.
    if (heading(screen) !== heading(stage)) return;
    const [before, now] = [controls(screen), controls(stage)];
    before.forEach((control, index) => copy(control, now[index]));
    const next = before.findIndex((control) => pressed.includes(control));
    if (next < 0) return;
    now[next].click();
    await drawn(stage, screen);
  }
}

/** @typedef {HTMLElement & { checked?: boolean, open?: boolean, value?: string }} Control */

/** Does to a control what was done to another. @param {Control} before @param {Control | undefined} now */
function copy(before, now) {
  if (!now || now.localName !== before.localName) return;
  if (before.checked && !now.checked) now.click();
  if (before.open) now.open = true;
  if (before instanceof HTMLTextAreaElement && before.value) {
    now.value = before.value;
    now.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }
}

/** Waits until another screen is drawn: at once, or in a later turn where the machine is slow. @param {Element} stage @param {Element} screen */
function drawn(stage, screen) {
  return new Promise((done) => {
    const observer = new MutationObserver(() => look());
    const look = () => {
      if (heading(stage) === heading(screen)) return;
      observer.disconnect();
      done(undefined);
    };
    observer.observe(stage, { childList: true, subtree: true });
    look();
  });
}

function heading(/** @type {Element} */ within) {
  return within.querySelector("[data-heading]")?.textContent;
}

function controls(/** @type {Element} */ within) {
  return [
    .../** @type {NodeListOf<Control>} */ (
      within.querySelectorAll("button, input, textarea, details")
    ),
  ];
}
