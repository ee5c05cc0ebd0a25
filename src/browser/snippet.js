// Makes the snippet and the accent style for the embed builder. Text in, text out.

/** @typedef {"element" | "iframe" | "image" | "markdown" | "link"} Mode */
/** @typedef {"light" | "dark"} Scheme */
/**
 * The choices of a writer. `invitation` is the text of the link, such as "Find your level in 5 minutes"; `accent` is a style, or "" for ours.
 * @typedef {{
 *   framework: string, title: string, invitation: string, mode: Mode, theme: "auto" | Scheme,
 *   accent: string, persist: boolean, headingLevel: string, grow: boolean,
 * }} Choice
 */

/**
 * The colors of the assessment's panels. Text in the accent color is on top of them; the page itself has slightly more contrast.
 * @typedef {Record<Scheme, string>} Surfaces
 */

// The color toward which an accent is moved until it is readable on that surface.
const poles = { light: "#000000", dark: "#ffffff" };
export const readable = 4.5; // WCAG 2.2, 1.4.3, for text of any size

/**
 * Asks plugins that delay, join or rewrite scripts to leave ours alone: Cloudflare Rocket Loader, LiteSpeed and similar ones,
 * and Autoptimize. Otherwise they may remove the script's type, or run it only after the first press.
 */
const UNTOUCHED = { "data-cfasync": "false", "data-no-optimize": "1", "data-no-defer": "1" };

/** Escapes a text for HTML. @param {string} text */
export function escaped(text) {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/**
 * Returns an HTML tag, closed if it has content. Attributes that are `true` have no value; `false` ones are omitted.
 * @param {string} name @param {Record<string, string | boolean>} attributes @param {string} [inside] HTML
 */
export function tag(name, attributes, inside) {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== false)
    .map(([key, value]) => (value === true ? ` ${key}` : ` ${key}="${escaped(String(value))}"`));
  return `<${name}${written.join("")}>${inside === undefined ? "" : `${inside}</${name}>`}`;
}

/**
 * Returns the text that a writer pastes. It has no empty line and every opening tag is on one line: Markdown would end the HTML there.
 * @param {Choice} choice @param {string} site its absolute address, with a slash at the end @returns {string}
 */
export function snippet(
  { framework, title, invitation, mode, theme, accent, persist, headingLevel, grow },
  site,
) {
  const page = new URL(`f/${framework}/`, site).href;
  const card = new URL("card.png", page).href;
  const alt = `${title}: a self-assessment for product managers, with a radar chart of its competencies`;
  const sized = { src: card, width: "600", height: "315" };
  const style = "display:block;max-width:100%;height:auto";
  switch (mode) {
    case "element": {
      const poster = tag(
        "a",
        { href: page },
        tag("img", { ...sized, loading: "lazy", alt, style }) + invitation,
      );
      const attributes = {
        framework,
        theme,
        "heading-level": headingLevel,
        reveal: "auto",
        persist,
        style: accent || false,
      };
      const address = new URL("embed/v1.js", site).href;
      const script = tag("script", { type: "module", src: address, ...UNTOUCHED }, "");
      return `${tag("next-rung", attributes, `\n  ${poster}\n`)}\n${script}`;
    }
    case "iframe": {
      const attributes = {
        src: `${page}?embed=1&theme=${theme}`,
        title: `Self-assessment: ${title}`,
        width: "600",
        height: "560",
        loading: "lazy",
        referrerpolicy: "no-referrer",
        allow: "clipboard-write; web-share",
        // The frame is transparent if its scheme matches the element around it; frame.js takes care of that where the page
        // decides.
        style:
          theme === "auto" ? "width:100%;border:0" : `width:100%;border:0;color-scheme:${theme}`,
      };
      const frame = tag("iframe", attributes, "");
      const address = new URL("embed/frame.js", site).href;
      const script = tag("script", { src: address, async: true, ...UNTOUCHED }, "");
      return grow ? `${frame}\n${script}` : frame;
    }
    case "image":
      return tag(
        "a",
        { href: page },
        tag("img", { ...sized, alt, style: `${style};border:0` }) + invitation,
      );
    case "markdown": {
      const [image, target] = [card, page].map((url) =>
        url.replaceAll("(", "%28").replaceAll(")", "%29"),
      );
      return `[![${alt.replace(/[\\[\]*_`<>&!]/g, "\\$&")}](${image})](${target})\n\n[${invitation}](${target})`;
    }
    case "link":
      return page;
  }
}

/** Returns the red, green and blue of a color like #a8421c, from 0 to 255. @param {string} color */
function channels(color) {
  return [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
}

/** Returns the contrast ratio of two colors, from 1 to 21, by WCAG 2. @param {string} one @param {string} other */
export function contrast(one, other) {
  const [darker, lighter] = [one, other]
    .map((color) => {
      const [red, green, blue] = channels(color).map((value) => {
        return value <= 10 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    })
    .sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/**
 * Returns the closest shade of a color that is readable on a surface.
 * @param {string} color @param {Scheme} scheme @param {string} surface
 */
function shade(color, scheme, surface) {
  const pole = channels(poles[scheme]);
  for (let share = 0; ; share += 0.05) {
    const mixed = channels(color).map((value, index) =>
      Math.round(value + (pole[index] - value) * Math.min(share, 1)),
    );
    const written = `#${mixed.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
    if (share >= 1 || contrast(written, surface) >= readable) return written;
  }
}

/**
 * Returns a color as the style of an element, and a remark about it.
 * @param {string} color @param {Choice["theme"]} theme @param {boolean} isAdjusted @param {Surfaces} surfaces
 */
export function accented(color, theme, isAdjusted, surfaces) {
  /** @type {Scheme[]} */
  const schemes = theme === "auto" ? ["light", "dark"] : [theme];
  const shades = schemes.map((scheme) =>
    isAdjusted ? shade(color, scheme, surfaces[scheme]) : color,
  );
  // One of the two always has enough contrast: no color comes closer than 4.58 to both.
  const letters = shades.map((accent) =>
    contrast(accent, "#ffffff") >= readable ? "#ffffff" : "#000000",
  );
  const both = (/** @type {string[]} */ [light, dark = light]) =>
    light === dark ? light : `light-dark(${light},${dark})`;
  return {
    style: `--nr-accent:${both(shades)};--nr-on-accent:${both(letters)}`,
    note: schemes
      .map((scheme, index) => remark(color, shades[index], scheme, surfaces[scheme]))
      .join(" "),
  };
}

/**
 * Describes how readable a color, or the shade that replaces it, is on a surface.
 * @param {string} color @param {string} used @param {Scheme} scheme @param {string} surface
 */
function remark(color, used, scheme, surface) {
  const reached = contrast(color, surface);
  if (reached >= readable) return `On ${scheme} pages it reads well.`;
  if (used !== color)
    return `On ${scheme} pages it would be hard to read; ${used} takes its place there.`;
  const shown = Math.floor(reached * 10) / 10;
  return `On ${scheme} pages it is hard to read: its contrast is ${shown} to 1, and text needs ${readable}.`;
}
