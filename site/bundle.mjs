// Bundles scripts with esbuild, for the published site (site/build.mjs) and for the app that Trunk builds (site/trunk.mjs).

import { basename, join } from "node:path";

import "../xtask/npm/install.mjs";

const tools = join(import.meta.dirname, "../.tools/npm/node_modules");
const esbuild = await import(join(tools, "esbuild/lib/main.js"));

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
 * Bundles one script into one file. Files that it imports stand in `assets/`, named after their content; the script gets their
 * addresses.
 * @param {string} script
 * @param {object} settings
 * @param {string} settings.name where it is published, without `.js`; `[hash]` stands for a mark of its content
 * @param {string} settings.outdir the folder that is published
 * @param {Record<string, string>} [settings.modules] the texts of modules by the bare names that scripts import
 * @param {string[]} [settings.external] bare names that the browser resolves
 * @param {boolean} settings.minify
 * @param {object} [settings.options] more options of esbuild
 * @returns {Promise<string>} the name of the file
 */
export async function bundle(
  script,
  { name, outdir, modules = {}, external, minify, options = {} },
) {
  const { metafile } = await esbuild.build({
    entryPoints: { script },
    entryNames: name,
    outdir,
    external,
    plugins: [written(modules)],
    bundle: true,
    minify,
    format: "esm",
    loader: { ".wasm": "file", ".packed": "file", ".css": "file", ".html": "file" },
    assetNames: "assets/[name]-[hash]",
    metafile: true,
    // The glue code of wasm-bindgen repeats keys.
    logOverride: { "duplicate-object-key": "silent" },
    logLevel: "warning",
    ...options,
  });
  const [output] = Object.entries(metafile.outputs).find(([, { entryPoint }]) => entryPoint) ?? [];
  return basename(output ?? "");
}
