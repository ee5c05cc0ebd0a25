// Bundles the scripts of the published site. `cargo xtask build` gives its settings as the only argument.

import { bundle, joinGlue } from "./bundle.mjs";

const { glue, ...settings } = JSON.parse(process.argv[2]);
const entries = {
  "embed/v1": "src/browser/element.js",
  "embed/builder": "src/browser/builder.js",
  "across/across": "src/browser/across.js",
};

await joinGlue(glue, settings.aliases["next-rung.js"]);
await bundle({ ...settings, entries, minify: true });
