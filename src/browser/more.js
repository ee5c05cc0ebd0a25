// What only some readers ask for, each with a module of its own: files of a result, and results side by side.

import besideModule from "beside_bg.wasm";
import reportsModule from "reports_bg.wasm";

/** @type {Record<string, string>} */
const types = {
  radar: "image/svg+xml",
  plan: "text/markdown;charset=utf-8",
  data: "application/json",
  table: "text/csv;charset=utf-8",
};
const card = { width: 1200, height: 630, pixelsPerUnit: 2 };

/**
 * Saves a file of a kind under a name, from the texts of framework and draft, and a date; light or dark as the widget.
 * @param {Element} widget @param {string} kind @param {string} name @param {string} framework @param {string} draft
 * @param {string} date
 */
export async function save(widget, kind, name, framework, draft, date) {
  const made = await write(widget, kind, framework, draft, date);
  const file = made instanceof Blob ? made : new Blob([made], { type: types[kind] });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/**
 * The text of such a file; of a card, the PNG.
 * @param {Element | null} widget @param {string} kind @param {string} framework @param {string} draft
 * @returns {Promise<any>}
 */
export async function write(widget, kind, framework, draft, date = "") {
  if (!widget) throw new Error("the assessment is not there");
  const { write } = await reports();
  // Where letters are light, the background is dark.
  const text = write(kind, framework, draft, date, isLight(getComputedStyle(widget).color));
  if (text === undefined) throw new Error("nothing is answered yet");
  return kind === "card" ? picture(text) : text;
}

/** Whether a color, in whatever way it is written, is a light one. @param {string} color */
function isLight(color) {
  const pixel = new OffscreenCanvas(1, 1).getContext("2d");
  if (!pixel) return false;
  pixel.fillStyle = color;
  pixel.fillRect(0, 0, 1, 1);
  return pixel.getImageData(0, 0, 1, 1).data.slice(0, 3).every((part) => part > 128);
}

/** A drawing as a PNG. @param {string} svg @returns {Promise<Blob>} */
async function picture(svg) {
  const image = new Image(card.width, card.height);
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = card.width * card.pixelsPerUnit;
  canvas.height = card.height * card.pixelsPerUnit;
  const brush = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  brush.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done, refuse) => {
    canvas.toBlob((file) => (file ? done(file) : refuse(new Error("the canvas gives no picture"))), "image/png");
  });
}

/**
 * Says in the console what is wrong with a framework file: the first module only knows that something is.
 * @param {string} framework
 */
export async function explain(framework) {
  console.error(`next-rung: ${(await reports()).explain(framework)}`);
}

/**
 * Puts the comparison of two results, as in the fragment of a link, into an element; a name is a line of `names`.
 * @param {Element} host @param {string} framework @param {string} names @param {string} results
 * @param {number} headingLevel
 */
export async function compare(host, framework, names, results, headingLevel) {
  if (!(await beside()).compare(host, framework, names, results, headingLevel)) throw new Error("these cannot be compared");
}

/**
 * Puts the person's results in these frameworks, those that there are, into an element; their files are in a folder.
 * @param {Element} host @param {URL} folder @param {string[]} ids
 */
export async function across(host, folder, ids) {
  const files = ["crosswalk", ...ids].map((name) => text(new URL(`${name}.json`, folder)));
  const [module, crosswalk, ...frameworks] = await Promise.all([beside(), ...files]);
  if (!module.across(host, crosswalk, frameworks, 1)) throw new Error("a file cannot be read");
}

async function text(/** @type {URL} */ address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} ${response.url}`);
  return response.text();
}

async function reports() {
  const glue = await import("reports.js");
  await glue.default({ module_or_path: new URL(reportsModule, import.meta.url) });
  return glue;
}

async function beside() {
  const glue = await import("beside.js");
  await glue.default({ module_or_path: new URL(besideModule, import.meta.url) });
  return glue;
}
