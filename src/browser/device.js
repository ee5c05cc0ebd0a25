// What only the browser can do with a result. Each function that takes time tells `done` what came of it: a text, or
// nothing where the browser or the reader refused.

/** @typedef {(text?: string) => void} Done */

/** @param {Done} done @param {() => Promise<string | void>} work */
async function tell(done, work) {
  let text;
  try {
    text = (await work()) ?? "";
  } catch (cause) {
    console.warn("next-rung:", cause);
  }
  done(text);
}

/** Puts a text into the clipboard. @param {string} text @param {Done} done */
export function copy(text, done) {
  tell(done, () => navigator.clipboard.writeText(text));
}

/** Whether a link can be handed to another app. */
export function canSend() {
  return "share" in navigator;
}

/**
 * Hands a link to another app. Whoever closes the list of apps has changed their mind; nothing went wrong.
 * @param {string} title @param {string} url
 */
export function send(title, url) {
  navigator.share({ title, url }).catch(() => {});
}

/** The text of the file chosen in a field. @param {Event} event @param {Done} done */
export function read({ target }, done) {
  const field = /** @type {HTMLInputElement} */ (target);
  const [file] = field.files ?? [];
  tell(done, () => file.text());
  // So that the same file can be chosen again.
  field.value = "";
}

/**
 * Saves a file by `more.js`, which only those load who ask for it.
 * @param {Element} widget @param {string} kind @param {string} name @param {string} framework @param {string} draft
 * @param {string} date @param {Done} done
 */
export function save(widget, kind, name, framework, draft, date, done) {
  tell(done, async () => (await import("more.js")).save(widget, kind, name, framework, draft, date));
}

/**
 * Puts a comparison into an element by `more.js`.
 * @param {Element} host @param {string} framework @param {string} names @param {string} results
 * @param {number} headingLevel @param {Done} done
 */
export function compare(host, framework, names, results, headingLevel, done) {
  tell(done, async () => (await import("more.js")).compare(host, framework, names, results, headingLevel));
}

/** Says in the console what is wrong with a framework file, by `more.js`. @param {string} framework */
export async function explain(framework) {
  (await import("more.js")).explain(framework);
}

/**
 * Tells the page around a widget how many of how many statements are rated.
 * @param {Element} widget @param {number} answered @param {number} total
 */
export function tellProgress(widget, answered, total) {
  event(widget, "nr-progress", { answered, total });
}

/** Tells it the result, a JSON report. @param {Element} widget @param {string} report */
export function tellResult(widget, report) {
  event(widget, "nr-complete", { result: JSON.parse(report) });
}

/** @param {Element} widget @param {string} name @param {object} detail */
function event(widget, name, detail) {
  widget.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
}

/** Today where the reader is, as in 2026-11-22. */
export function today() {
  const now = new Date();
  const twoDigits = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return [now.getFullYear(), twoDigits(now.getMonth() + 1), twoDigits(now.getDate())].join("-");
}

/** Takes away whatever is kept under keys with a prefix, in the tab and on the device. @param {string} prefix */
export function forget(prefix) {
  for (const storage of /** @type {const} */ (["sessionStorage", "localStorage"])) {
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
