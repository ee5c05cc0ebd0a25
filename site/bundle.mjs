// Bundles scripts with esbuild, for the published site (site/build.mjs) and for the app that Trunk builds (site/trunk.mjs).

import { join } from "node:path";

import "../xtask/npm/install.mjs";

const tools = join(import.meta.dirname, "../.tools/npm/node_modules");
const esbuild = await import(join(tools, "esbuild/lib/main.js"));

// The glue of wasm-bindgen repeats keys.
const logging = { logOverride: { "duplicate-object-key": "silent" }, logLevel: "warning" };

/**
 * Modules that exist only as text.
 * @param {Record<string, string>} modules the texts by the names that scripts import
 */
const written = (modules) => ({
  name: "written",
  setup(build) {
    build.onResolve({ filter: /./ }, ({ path }) =>
      Object.hasOwn(modules, path) ? { path, namespace: "written" } : undefined,
    );
    build.onLoad({ filter: /./, namespace: "written" }, ({ path }) => ({
      contents: modules[path],
      resolveDir: process.cwd(),
    }));
  },
});

/**
 * Bundles each entry point, and puts what they load on demand into `assets/`, named after its content.
 * @param {object} settings
 * @param {Record<string, string>} settings.entries scripts by where they are published, without `.js`
 * @param {string} settings.outdir the folder that is published
 * @param {Record<string, string>} settings.aliases files by the bare names that scripts import
 * @param {Record<string, string>} settings.modules the texts of modules by the bare names that scripts import
 * @param {string[]} [settings.external] bare names that the browser resolves
 * @param {boolean} settings.minify
 */
export async function bundle({ entries, outdir, aliases, modules, external, minify }) {
  for (const [name, script] of Object.entries(entries)) {
    // One at a time: what two entry points share would be a file of its own, and one more request for every page.
    await esbuild.build({
      entryPoints: { [name]: script },
      outdir,
      alias: aliases,
      external,
      plugins: [written(modules)],
      bundle: true,
      splitting: true,
      minify,
      format: "esm",
      loader: { ".wasm": "file", ".packed": "file", ".css": "file", ".html": "file" },
      chunkNames: "assets/[name]-[hash]",
      assetNames: "assets/[name]-[hash]",
      ...logging,
    });
  }
}

/**
 * Joins the program's glue with its snippets in one file. Otherwise what they share with esbuild's own helpers would be one
 * more file, which every page with an assessment would load.
 * @param {string} glue the script that wasm-bindgen wrote
 * @param {string} outfile
 */
export async function joinGlue(glue, outfile) {
  await esbuild.build({
    entryPoints: [glue],
    outfile,
    external: ["*.wasm", "picture.js"],
    bundle: true,
    format: "esm",
    ...logging,
  });
}
