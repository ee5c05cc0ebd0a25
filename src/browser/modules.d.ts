// What the build puts in place of the bare names in our scripts (xtask/src/site.rs). Each class and function is one of Rust:
// src/main.rs, src/bin/reports.rs and src/bin/beside.rs say what it does.

/** Loads a module; nothing else of it may be called before. */
type Init = (options: { module_or_path: URL | Response }) => Promise<unknown>;

declare module "next-rung.js" {
  const init: Init;
  export default init;
  export class Widget {
    constructor(
      host: Element,
      framework: string,
      headingLevel: number,
      address: string,
      fragment: string,
      persists: boolean,
      kept: string,
    );
    reset(): void;
    draft(): string;
    result(): string | undefined;
    leave(): void;
  }
}

declare module "reports.js" {
  const init: Init;
  export default init;
  export function write(
    kind: string,
    framework: string,
    draft: string,
    date: string,
    isDark: boolean,
  ): string | undefined;
  export function explain(framework: string): string;
}

declare module "beside.js" {
  const init: Init;
  export default init;
  export function compare(host: Element, framework: string, names: string, results: string, headingLevel: number): boolean;
  export function across(host: Element, crosswalk: string, frameworks: string[], headingLevel: number): boolean;
}

/** The address of a published module. */
declare module "*.wasm" {
  const address: string;
  export default address;
}

/** The text of a style sheet. */
declare module "*.css" {
  const text: string;
  export default text;
}

/** The ids of the published frameworks. */
declare const frameworks: string[];
