// Loads everything that the element needs, and distinguishes the ways in which loading fails.

import addresses, { programSize } from "data.js";
import { importModule, patience } from "./import_module.js";
import sentences from "./failures.json";

/** @import { NextRungFailure as Code } from "./element.d.ts" */
/** @import { LoadedFramework } from "next-rung.js" */

const largest = 512 * 1024; // bytes of a framework file

/** Returns an address on the site that this file comes from. */
export const site = (/** @type {string} */ path) => new URL(`../${path}`, import.meta.url);

/** A failure with a sentence for the reader. */
export class Failure extends Error {
  constructor(/** @type {Code} */ code, /** @type {unknown} */ cause) {
    super(/** @type {Record<Code, string>} */ (sentences)[code], { cause });
    this.code = code;
  }

  /** @returns {Failure} */
  static from(/** @type {any} */ cause) {
    // The module throws the code of a failure.
    return cause instanceof Failure
      ? cause
      : new Failure(cause in sentences ? cause : "crashed", cause);
  }
}

/** Returns the outcome of `work`. An error becomes a failure with this code, or `timed-out` after the time limit. */
function or(/** @type {Code} */ code, /** @type {Promise<any>} */ work) {
  return work.catch((cause) =>
    Promise.reject(new Failure(cause?.name === "TimeoutError" ? "timed-out" : code, cause)),
  );
}

/** Fetches an address. Throws a failure with this code if the server does not have it. @returns {Promise<Response>} */
async function get(
  /** @type {URL} */ address,
  /** @type {Code} */ code,
  /** @type {RequestCredentials} */ credentials,
) {
  const response = await or(
    "not-reached",
    fetch(address, { credentials, signal: AbortSignal.timeout(patience) }),
  );
  if (!response.ok) throw new Failure(code, `${response.status} ${response.url}`);
  return response;
}

/**
 * Loads a framework that the build packed, or an author's own.
 * @param {string} id
 * @param {string} src the address of an author's file; empty for one of ours
 * @param {string} text an author's file that stands in the page; empty where none does
 * @returns {Promise<LoadedFramework>}
 */
export async function loadFramework(id, src, text) {
  if (src) return readText(loadText(new URL(src, document.baseURI)));
  if (text) return readText(text);
  if (!Object.hasOwn(addresses, id)) throw new Failure("framework-not-found", id);
  const address = new URL(addresses[id], import.meta.url);
  if (address.pathname.endsWith(".json")) return readText(loadText(address));
  const [{ LoadedFramework }, bytes] = await Promise.all([load(), loadBytes(address)]);
  return LoadedFramework.unpack(bytes);
}

/** Data that the build packed. @param {URL} address */
async function loadBytes(address) {
  const response = await get(address, "files-missing", "same-origin");
  return new Uint8Array(await or("not-reached", response.arrayBuffer()));
}

/** The framework in the text of an author's file. @param {string | Promise<string>} file */
async function readText(file) {
  const [{ LoadedFramework }, text] = await Promise.all([load(), file]);
  return LoadedFramework.read(text);
}

/** The text of an author's file. @param {URL} address */
async function loadText(address) {
  const response = await get(address, "framework-not-found", "omit");
  // A file that is too large when compressed is too large.
  const sent = Number(response.headers.get("content-length"));
  const file = sent <= largest && (await or("not-reached", response.blob()));
  if (!file || file.size > largest) throw new Failure("framework-too-large", address.href);
  return /** @type {Promise<string>} */ (file.text());
}

/**
 * Shows the person's results in these frameworks in an element.
 * @param {Element} host
 * @param {string[]} ids
 */
export async function showAcross(host, ids) {
  const [{ across }, crosswalk, ...frameworks] = await Promise.all([
    load(),
    loadCrosswalk(new URL(addresses.crosswalk, import.meta.url)),
    ...ids.map((id) => loadFramework(id, "", "")),
  ]);
  await across(host, crosswalk, frameworks, 1);
}

/** The crosswalk, packed by the build or as its file. @param {URL} address */
async function loadCrosswalk(address) {
  if (address.pathname.endsWith(".json")) {
    const [{ LoadedCrosswalk }, text] = await Promise.all([load(), loadText(address)]);
    return LoadedCrosswalk.read(text);
  }
  const [{ LoadedCrosswalk }, bytes] = await Promise.all([load(), loadBytes(address)]);
  return LoadedCrosswalk.unpack(bytes);
}

/** @type {Promise<CSSStyleSheet> | undefined} */
let styles;

/** Loads the style sheet of the first screens, once for all elements of the page. After a failure the next call tries again. */
export function loadStyles() {
  styles ??= makeStyles();
  styles.catch(() => (styles = undefined));
  return styles;
}

async function makeStyles() {
  const sheet = new CSSStyleSheet();
  // Our own pages contain it. In the app that Trunk builds, the program contains it.
  const written = document.querySelector("style[data-widget]")?.textContent;
  const isFile = written === undefined && addresses.styles;
  const address = isFile && new URL(addresses.styles, import.meta.url);
  const file = address && (await get(address, "files-missing", "same-origin"));
  sheet.replaceSync(file ? await or("not-reached", file.text()) : (written ?? ""));
  return sheet;
}

/**
 * Loads the first screens of a published framework, as rendered by the build; `null` if they cannot be loaded. On a page that
 * enforces Trusted Types a script must not make elements of a text, but a request may.
 * @param {string} id
 * @returns {Promise<HTMLElement | null>}
 */
export function loadScreens(id) {
  return new Promise((done) => {
    const address = Object.hasOwn(addresses, `${id}.early`) && addresses[`${id}.early`];
    if (!address) return done(null);
    const request = new XMLHttpRequest();
    request.open("GET", new URL(address, import.meta.url));
    request.responseType = "document";
    request.timeout = patience;
    request.onloadend = () => done(request.response?.querySelector("[data-early]") ?? null);
    request.send();
  });
}

/** Loads one of our modules by its name. */
export const loadModule = (/** @type {string} */ name) =>
  importModule(new URL(addresses[name], import.meta.url));

/** Loads and compiles the program. @returns {Promise<typeof import("next-rung.js")>} */
async function compile() {
  if (typeof WebAssembly === "undefined" || !("adoptedStyleSheets" in document))
    throw new Failure("browser-too-old", "");
  // The smallest possible module shows if the browser refuses all modules or cannot read ours.
  await or("wasm-blocked", WebAssembly.compile(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)));
  // The request equals that of a preload, so that the file is not loaded twice.
  const address = new URL(addresses.program, import.meta.url);
  const [glue, program] = await Promise.all([
    or("files-missing", loadModule("glue")),
    get(address, "files-missing", "same-origin"),
  ]);
  const type = program.headers.get("content-type");
  if (!type?.startsWith("application/wasm")) throw new Failure("wasm-type", type);
  await glue.default({ module_or_path: program }).catch(async () => {
    // A truncated program cannot be read either. Its length shows if that is the reason.
    const whole = await get(address, "files-missing", "same-origin");
    const bytes = await or("not-reached", whole.arrayBuffer());
    if (programSize && bytes.byteLength !== programSize)
      throw new Failure("incomplete", `${bytes.byteLength} of ${programSize} bytes`);
    await or("browser-too-old", glue.default({ module_or_path: bytes }));
  });
  return glue;
}

/** @type {ReturnType<typeof compile> | undefined} */
let module;

/** Loads the program, once for all elements of the page. After a failure the next call tries again. */
export function load() {
  module ??= compile();
  module.catch(() => (module = undefined));
  return module;
}
