// What only the browser can do with a result. Each function that takes time tells `done` what came of it: a text, or
// nothing where the browser or the reader refused.

async function tell(done, work) {
  let text;
  try {
    text = (await work()) ?? "";
  } catch (cause) {
    console.warn("next-rung:", cause);
  }
  done(text);
}

/** Puts a text into the clipboard. */
export function copy(text, done) {
  tell(done, () => navigator.clipboard.writeText(text));
}

/** Whether a link can be handed to another app. */
export function canSend() {
  return "share" in navigator;
}

/** Hands a link to another app. Whoever closes the list of apps has changed their mind; nothing went wrong. */
export function send(title, url) {
  navigator.share({ title, url }).catch(() => {});
}

/** The text of the file chosen in a field. */
export function read({ target }, done) {
  const [file] = target.files;
  tell(done, () => file.text());
  // So that the same file can be chosen again.
  target.value = "";
}

/** Saves a file by `more.js`, which only those load who ask for it. */
export function save(...request) {
  tell(request.pop(), async () => (await import("more.js")).save(...request));
}

/** Puts a comparison into an element by `more.js`. */
export function compare(...request) {
  tell(request.pop(), async () => (await import("more.js")).compare(...request));
}

/** Says in the console what is wrong with a framework file, by `more.js`. */
export async function explain(framework) {
  (await import("more.js")).explain(framework);
}

/** Tells the page around a widget how many of how many statements are rated. */
export function tellProgress(widget, answered, total) {
  event(widget, "nr-progress", { answered, total });
}

/** Tells it the result, a JSON report. */
export function tellResult(widget, report) {
  event(widget, "nr-complete", { result: JSON.parse(report) });
}

function event(widget, name, detail) {
  widget.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
}

/** Today where the reader is, as in 2026-11-22. */
export function today() {
  const now = new Date();
  const twoDigits = (number) => String(number).padStart(2, "0");
  return [now.getFullYear(), twoDigits(now.getMonth() + 1), twoDigits(now.getDate())].join("-");
}

/** Takes away whatever is kept under keys with a prefix, in the tab and on the device. */
export function forget(prefix) {
  for (const storage of ["sessionStorage", "localStorage"]) {
    try {
      const keys = Object.keys(window[storage]).filter((key) => key.startsWith(prefix));
      keys.forEach((key) => window[storage].removeItem(key));
    } catch {
      // Where storage is blocked nothing is kept.
    }
  }
}

/** Prints the page. */
export function print() {
  window.print();
}
