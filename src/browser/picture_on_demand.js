// Only readers who save a picture load the script that draws it.

/** @param {string} svg */
export const picture = async (svg) => (await import("picture.js")).picture(svg);

/** @param {Element} widget */
export const isDark = async (widget) => (await import("picture.js")).isDark(widget);
