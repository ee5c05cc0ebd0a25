// Trunk's hook (Trunk.toml): bundles the scripts of the single-page app into the folder that Trunk is filling.
//
// The frameworks stay JSON, as authors write them. Packing them would require compiling the program for this machine first, at
// each change of a view.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { env } from "node:process";

import { bundle } from "./bundle.mjs";

const project = join(import.meta.dirname, "..");
const names = readdirSync(join(project, "frameworks"))
  .filter((file) => !file.endsWith(".schema.json"))
  .map((file) => file.replace(/\.json$/, ""));
const addresses = {
  ...Object.fromEntries(names.map((name) => [name, `../frameworks/${name}.json`])),
  glue: "../next-rung.js",
  program: "../next-rung_bg.wasm",
  picture: "./picture.js",
};

process.chdir(project);
const settings = { outdir: env.TRUNK_STAGING_DIR, minify: env.TRUNK_PROFILE === "release" };
await bundle("src/browser/picture.js", { ...settings, name: "app/picture" });
await bundle("site/app.js", {
  ...settings,
  name: "app/app",
  modules: {
    "element.css": `export default ${JSON.stringify(readFileSync("styles/element.css", "utf8"))};`,
    "data.js": `export default ${JSON.stringify(addresses)}; export const programSize = 0;`,
  },
});
