// Bundles the scripts of the site with esbuild, for its two builders: `cargo xtask build`, which gives a configuration as
// its only argument, and Trunk, whose hook gives none and says by TRUNK_STAGING_DIR where its files are.

import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

const tools = join(import.meta.dirname, "../.tools/npm/node_modules/esbuild/lib/main.js");
if (!existsSync(tools)) spawnSync("cargo", ["xtask", "tools"], { stdio: "inherit" });
const esbuild = await import(tools);

/** The entry points of the published site, by where they are published. */
const site = {
  "embed/v1": "src/browser/element.js",
  "embed/builder": "src/browser/builder.js",
  "across/across": "src/browser/across.js",
};

/**
 * Trunk publishes the module under its own name, and the JSON of the frameworks as it is. The page's import map leads the
 * module's bare names to files.
 */
function forTrunk() {
  const files = readdirSync("frameworks").filter((name) => name.endsWith(".json") && !name.includes("schema"));
  const addresses = files.map((name) => [name.replace(".json", ""), `../frameworks/${name}`]);
  return {
    outdir: process.env.TRUNK_STAGING_DIR,
    entries: {
      "embed/v1": "src/browser/element.js",
      "embed/picture": "src/browser/picture.js",
      app: "site/trunk/app.js",
    },
    minify: process.env.TRUNK_PROFILE === "release",
    external: ["next-rung.js"],
    aliases: { "element.css": "styles/element.css" },
    modules: {
      "next-rung_bg.wasm": `export default "../next-rung_bg.wasm";`,
      "data.js": `export default ${JSON.stringify(Object.fromEntries(addresses))};`,
    },
  };
}

/** Modules that exist only as text. */
const written = (modules) => ({
  name: "written",
  setup(build) {
    build.onResolve({ filter: /./ }, ({ path }) => (path in modules ? { path, namespace: "written" } : undefined));
    build.onLoad({ filter: /./, namespace: "written" }, ({ path }) => ({
      contents: modules[path],
      resolveDir: process.cwd(),
    }));
  },
});

const settings = process.argv[2] ? { entries: site, ...JSON.parse(process.argv[2]) } : forTrunk();
if (settings.glue) {
  // The program's glue becomes one file first. Else what its scripts share with esbuild's own helpers would be one more
  // file, which every page with an assessment would load.
  await esbuild.build({
    entryPoints: [settings.glue],
    outfile: settings.aliases["next-rung.js"],
    external: ["*.wasm", "picture.js"],
    bundle: true,
    format: "esm",
    logOverride: { "duplicate-object-key": "silent" },
    logLevel: "warning",
  });
}
for (const [name, script] of Object.entries(settings.entries)) {
  // One at a time: what two entry points share would be a file of its own, and one more request for every page.
  await esbuild.build({
    entryPoints: { [name]: script },
    outdir: settings.outdir,
    alias: settings.aliases,
    external: settings.external,
    plugins: [written(settings.modules)],
    bundle: true,
    splitting: true,
    minify: settings.minify,
    format: "esm",
    loader: { ".wasm": "file", ".packed": "file", ".css": "text" },
    chunkNames: "assets/[name]-[hash]",
    assetNames: "assets/[name]-[hash]",
    // The glue of wasm-bindgen repeats keys.
    logOverride: { "duplicate-object-key": "silent" },
    logLevel: "warning",
  });
}
