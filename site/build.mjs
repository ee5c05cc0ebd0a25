// Bundles the scripts of the published site. `cargo xtask build` passes its settings as the only argument: the folder `outdir`, the
// program with its `glue`, the text `elementStyles`, and `data`, the files that elements load by the names that scripts use.

import { statSync } from "node:fs";

import { bundle } from "./bundle.mjs";

const { outdir, glue, program, elementStyles, data } = JSON.parse(process.argv[2]);
const onDemand = (name) => ({ name: `assets/${name}-[hash]`, outdir, minify: true });

// Modules that are loaded on demand are separate files, so that a script can request one again under another address:
// a browser may remember a failed module for as long as the page is open.
const picture = await bundle("src/browser/picture.js", onDemand("picture"));
const early = await bundle("src/browser/early.js", onDemand("early"));
const drawing = `
  import { importModule } from "./src/browser/import_module.js";
  const load = () => importModule(new URL("./${picture}", import.meta.url));
  export const picture = async (svg) => (await load()).picture(svg);
  export const isDark = async (widget) => (await load()).isDark(widget);`;
const gluing = { ...onDemand("next-rung-glue"), modules: { "picture.js": drawing } };
const names = { early, picture, glue: await bundle(glue, gluing) };

const files = Object.entries({ ...data, program });
const modules = {
  "data.js": `
    ${files.map(([, path], index) => `import file${index} from ${JSON.stringify(path)};`).join("\n")}
    export default {
      ${files.map(([name], index) => `${JSON.stringify(name)}: file${index},`).join("\n")}
      ${Object.entries(names)
        .map(([name, file]) => `${name}: "../assets/${file}",`)
        .join("\n")}
    };
    export const programSize = ${statSync(program).size};`,
  "element.css": `export default ${JSON.stringify(elementStyles)};`,
};
const settings = { outdir, modules, minify: true };
// Also works if something removes its `type="module"`.
const classic = {
  format: "iife",
  define: { "import.meta.url": "here" },
  inject: ["src/browser/here.js"],
};
await bundle("src/browser/element.js", { ...settings, name: "embed/v1", options: classic });
await bundle("src/browser/builder.js", { ...settings, name: "embed/builder" });
await bundle("src/browser/across.js", { ...settings, name: "across/across" });
