// The background behind an element: many dark pages do not declare a dark `color-scheme`.

/**
 * Returns the scheme of the first background behind an element that is not transparent; empty if there is none, so that the
 * page's own scheme applies.
 * @param {Element} element
 */
export function schemeBehind(element) {
  /** @type {Element | null} */
  let behind = element;
  while (behind) {
    const color = /^rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)$/.exec(
      getComputedStyle(behind).backgroundColor,
    );
    if (color && Number(color[4] ?? 1) > 0.5) {
      const [red, green, blue] = color.slice(1, 4).map(Number);
      // Approximately the point at which black text is more readable on it than white text.
      return 0.299 * red + 0.587 * green + 0.114 * blue > 128 ? "light" : "dark";
    }
    /** @type {Node} */
    const root = behind.getRootNode();
    const host = root instanceof ShadowRoot ? root.host : null;
    behind = behind.assignedSlot ?? behind.parentElement ?? host;
  }
  return "";
}
