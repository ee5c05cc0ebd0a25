/** The scripting interface of `<next-rung>`. Published as embed/v1.d.ts; docs/embedding.md explains each part. */
export interface NextRungElement extends HTMLElement {
  /** The id of a published framework. */
  framework: string;
  /** The address of an author's framework file, used instead. */
  src: string;
  /** An author's framework as data, used instead; `null` if there is none. */
  frameworkData: object | null;
  /** `auto` follows the page's `color-scheme`. */
  theme: string;
  /** The level of the assessment's own heading, from 1 to 5. */
  headingLevel: number;
  /** When the assessment loads: `auto` (near the viewport), `interaction` or `eager`. */
  reveal: string;
  /** `true` if the browser keeps answers over a reload. */
  persist: boolean;
  /** The target of links to results: `none` (our own page) or `hash` (this page). */
  share: string;
  /** Deletes all answers. */
  reset(): void;
  /** Returns the result of the answers so far; `null` if there is none. */
  result(): NextRungResult | null;
  /** Returns the radar, as the text of an SVG file. Rejects if nothing is answered. */
  toSVG(): Promise<string>;
  /** Returns headline and radar, as a PNG file of 2400 x 1260 pixels. Rejects if nothing is answered. */
  toPNG(): Promise<Blob>;
}

/** A result, as `cargo xtask score` prints it. */
export interface NextRungResult {
  framework: string;
  revision: number;
  rule: string;
  level: { low: string | null; high: string | null };
  headline: string;
  [more: string]: unknown;
}

/** The possible failures. */
export type NextRungFailure =
  | "framework-not-found"
  | "framework-not-valid"
  | "framework-newer"
  | "framework-too-large"
  | "not-reached"
  | "files-missing"
  | "incomplete"
  | "wasm-blocked"
  | "wasm-type"
  | "timed-out"
  | "browser-too-old"
  | "crashed";

declare global {
  interface HTMLElementTagNameMap {
    "next-rung": NextRungElement;
  }
  interface HTMLElementEventMap {
    "nr-ready": CustomEvent<Record<string, never>>;
    "nr-progress": CustomEvent<{ answered: number; total: number }>;
    "nr-complete": CustomEvent<{ result: NextRungResult }>;
    "nr-error": CustomEvent<{ code: NextRungFailure; message: string }>;
  }
}
