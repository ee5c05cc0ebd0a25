// Bundles the scripts of the site with esbuild. `cargo xtask build` gives its configuration as the only argument.

import { join } from "node:path";

const esbuild = await import(join(import.meta.dirname, "../.tools/npm/node_modules/esbuild/lib/main.js"));

/** The entry points of the published site, by where they are published. */
const site = {
  "embed/v1": "src/browser/element.js",
  "embed/builder": "src/browser/builder.js",
  "across/across": "src/browser/across.js",
};

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

const settings = { entries: site, ...JSON.parse(process.argv[2]) };
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
