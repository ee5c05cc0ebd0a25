// The modules that the build substitutes for the bare names in our scripts (site/build.mjs, site/trunk.mjs). src/main.rs
// documents the classes and functions of the program.

declare module "next-rung.js" {
  /** Loads the program. It must be called before anything else. */
  export default function init(options: {
    module_or_path: Response | ArrayBuffer;
  }): Promise<unknown>;
  export class LoadedFramework {
    static unpack(bytes: Uint8Array): LoadedFramework;
    static read(text: string): Promise<LoadedFramework>;
  }
  export class LoadedCrosswalk {
    static unpack(bytes: Uint8Array): Promise<LoadedCrosswalk>;
    /** Only in the app that Trunk builds. */
    static read(text: string): LoadedCrosswalk;
  }
  export class Widget {
    constructor(
      host: Element,
      framework: LoadedFramework,
      headingLevel: number,
      address: string,
      fragment: string,
      persists: boolean,
      kept: string,
    );
    reset(): void;
    ready(): Promise<void>;
    draft(): string;
    result(): import("./element.d.ts").NextRungResult | null;
    file(kind: string): Promise<string | null>;
    leave(): void;
  }
  export function across(
    host: Element,
    crosswalk: LoadedCrosswalk,
    frameworks: LoadedFramework[],
    headingLevel: number,
  ): Promise<void>;
}

/**
 * The addresses of the files that elements load, relative to the script that imports this: `glue` and `program`, the modules
 * `early` and `picture`, the style sheet `styles`, the crosswalk and each framework, packed or as JSON, and, by its id with
 * `.early`, the first screens of a framework.
 */
declare module "data.js" {
  const addresses: Record<string, string>;
  export default addresses;
  /** The size of the program in bytes; 0 if unknown. */
  export const programSize: number;
}

/** The text of a style sheet. */
declare module "*.css" {
  const text: string;
  export default text;
}

/** The ids of the published frameworks. */
declare const frameworks: string[];
