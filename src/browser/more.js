// What only some readers ask for, each with a module of its own: files of a result, and results side by side.

const types = {
  radar: "image/svg+xml",
  plan: "text/markdown;charset=utf-8",
  data: "application/json",
  table: "text/csv;charset=utf-8",
};
const card = { width: 1200, height: 630, pixelsPerUnit: 2 };

/** Saves a file of a kind under a name, from the texts of framework and draft, and a date. */
export async function save(kind, name, framework, draft, date) {
  const reports = await module("reports");
  const isDark = matchMedia("(prefers-color-scheme: dark)").matches;
  const text = reports.write(kind, framework, draft, date, isDark);
  if (text === undefined) throw new Error(`there is nothing to save as ${kind}`);
  const file = kind === "card" ? await picture(text) : new Blob([text], { type: types[kind] });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** A drawing as a PNG. */
async function picture(svg) {
  const image = new Image(card.width, card.height);
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = card.width * card.pixelsPerUnit;
  canvas.height = card.height * card.pixelsPerUnit;
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done, refuse) => {
    canvas.toBlob((file) => (file ? done(file) : refuse(new Error("the canvas gives no picture"))), "image/png");
  });
}

/** Says in the console what is wrong with a framework file: the first module only knows that something is. */
export async function explain(framework) {
  const reports = await module("reports");
  console.error(`next-rung: ${reports.explain(framework)}`);
}

/** Puts the comparison of two results, as in the fragment of a link, into an element; a name is a line of `names`. */
export async function compare(host, framework, names, results, headingLevel) {
  const beside = await module("beside");
  if (!beside.compare(host, framework, names, results, headingLevel)) throw new Error("these cannot be compared");
}

/** Puts the person's results in these frameworks, those that there are, into an element. */
export async function across(host, ids) {
  const names = ["crosswalk", ...ids];
  const [beside, crosswalk, ...frameworks] = await Promise.all([module("beside"), ...names.map(framework)]);
  if (!beside.across(host, crosswalk, frameworks, 1)) throw new Error("a file cannot be read");
}

/** The text of a file of `frameworks/`. */
async function framework(name) {
  const response = await fetch(new URL(`frameworks/${name}.json`, import.meta.url));
  if (!response.ok) throw new Error(`${response.status} ${response.url}`);
  return response.text();
}

/** One of the modules, initialized. */
async function module(name) {
  const glue = await import(`./${name}.js`);
  await glue.default({ module_or_path: new URL(`${name}_bg.wasm`, import.meta.url) });
  return glue;
}
