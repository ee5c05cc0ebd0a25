// Trunk's hook (Trunk.toml): bundles the scripts of the single-page app into the folder that Trunk is filling.
//
// The frameworks stay JSON, as authors write them: to pack them would take the program compiled for this machine first, at each
// change of a view.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { env } from "node:process";

import { bundle } from "./bundle.mjs";

const project = join(import.meta.dirname, "..");
const names = readdirSync(join(project, "frameworks"))
  .filter((file) => !file.endsWith(".schema.json"))
  .map((file) => file.replace(/\.json$/, ""));
const addresses = Object.fromEntries(names.map((name) => [name, `../frameworks/${name}.json`]));

process.chdir(project);
await bundle({
  entries: {
    "app/app": "site/app.js",
    "app/picture": "src/browser/picture.js",
  },
  outdir: env.TRUNK_STAGING_DIR,
  aliases: {},
  modules: {
    "element.css": `export default ${JSON.stringify(readFileSync("styles/element.css", "utf8"))};`,
    "data.js": `export default ${JSON.stringify(addresses)};`,
    "next-rung_bg.wasm": 'export default "../next-rung_bg.wasm";',
  },
  external: ["next-rung.js", "picture.js"],
  minify: env.TRUNK_PROFILE === "release",
});
