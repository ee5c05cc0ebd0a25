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
export function save(base, ...request) {
  tell(request.pop(), async () => (await more(base)).save(...request));
}

/** Puts a comparison into an element by `more.js`. */
export function compare(base, ...request) {
  tell(request.pop(), async () => (await more(base)).compare(...request));
}

/** Says in the console what is wrong with a framework file, by `more.js`. */
export async function explain(base, framework) {
  (await more(base)).explain(framework);
}

function more(base) {
  return import(new URL("more.js", base));
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

/** The address of the page without what stands after its #. */
export function address() {
  return location.href.split("#")[0];
}

/** What stands after it, with the #. */
export function fragment() {
  return location.hash;
}

/** Prints the page. */
export function print() {
  window.print();
}
