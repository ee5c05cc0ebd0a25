// Focus, scrolling and typed text. In JavaScript, because the bindings would be larger.

const focusable = "a, button, input, textarea, summary, [tabindex]";

/** @param {Element} widget */
const focusedIn = (widget) => {
  const { activeElement } = /** @type {ShadowRoot | Document} */ (widget.getRootNode());
  return activeElement !== null && widget.contains(activeElement) ? activeElement : undefined;
};

/** Moves the focus to the first element that matches a selector, if there is one. @param {Element} widget @param {string} selector */
export const focusOn = (widget, selector) => {
  /** @type {HTMLElement | null} */ (widget.querySelector(selector))?.focus();
};

/**
 * Moves the focus to the first heading and scrolls the top into view, as a new page would. A header of the page may cover the
 * top of the window: `scroll-padding` accounts for it, or `--nr-header`, which adds to the widget's margin of one line.
 * @param {Element} widget
 */
export const showTop = (widget) => {
  const { scrollMarginTop, fontSize } = getComputedStyle(widget);
  const { scrollPaddingTop } = getComputedStyle(document.documentElement);
  const header = parseFloat(scrollMarginTop) - parseFloat(fontSize);
  const covered = header + (parseFloat(scrollPaddingTop) || 0);
  if (widget.getBoundingClientRect().top < covered) widget.scrollIntoView();
  focusOn(widget, "[data-heading]");
};

/** For each widget: the focused element, then all focusable elements before it, nearest first. @type {WeakMap<Element, HTMLElement[]>} */
const held = new WeakMap();

/** Notes the focused element before a change. While a dialog is open, the one before the dialog is kept. @param {Element} widget */
export const holdFocus = (widget) => {
  if (widget.querySelector("dialog")?.open) return;
  const active = focusedIn(widget);
  const all = [.../** @type {NodeListOf<HTMLElement>} */ (widget.querySelectorAll(focusable))];
  held.set(widget, all.slice(0, all.findIndex((element) => element === active) + 1).reverse());
};

/** Restores a focus that the change removed, or focuses the nearest element that is left. @param {Element} widget */
export const restoreFocus = (widget) => {
  const before = held.get(widget) ?? [];
  // Has no effect on an element that is gone or hidden.
  for (const element of before) if (focusedIn(widget) === undefined) element.focus();
  if (before.length > 0 && focusedIn(widget) === undefined) focusOn(widget, "[data-heading]");
};

/** Opens the dialog. Its first button gets the focus, and is pressed when the browser closes the dialog. @param {Element} widget */
export const openDialog = (widget) => {
  const dialog = widget.querySelector("dialog");
  if (dialog === null || dialog.open) return;
  dialog.onclose = () => dialog.querySelector("button")?.click();
  // The dialog opens beside the pressed button, because the middle of a tall iframe may be out of view.
  const asked = held.get(widget)?.[0]?.getBoundingClientRect().top;
  if (asked !== undefined)
    dialog.style.marginBlockStart = `max(0px, min(${asked}px, 100vh - 14em))`;
  dialog.showModal();
};

/** Returns the text in the field that an event comes from. @param {Event} event */
export const typed = ({ target }) => /** @type {HTMLTextAreaElement} */ (target).value;
