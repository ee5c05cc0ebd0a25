// The first screens of an assessment, rendered by the build: start, situation, and each card that can come first. They work before
// the program is loaded. The entries become a draft in the format that a tab stores, and the assessment continues from it.

import { showTop } from "./view.js";

/**
 * The cards that come first, by their indices among the cards: on the full route, on the short one, and on the short one with an
 * option of the situation that points to a level, in order of priority.
 * @typedef {{ everything: number, short: number, options: [string, number][] }} FirstCards
 */

/** @typedef {{ format: number, screen: string, card: [string, number] | null, shown: [string, number][], answers: { route: string, ratings: Record<string, string>, situation: Record<string, string> }, private_notes: Record<string, string> }} Draft */

const CONTROLS = "button, input, textarea, summary";

export class EarlyScreens {
  /** @type {HTMLElement[]} */ #screens;
  /** @type {HTMLElement[]} */ #cards;
  /** @type {FirstCards} */ #firstCards;
  /** The screen on view. @type {HTMLElement} */ #shown;
  /** The first card, which stays the first one after a change of the situation. @type {HTMLElement | undefined} */ #first;
  /** The pressed button that the assessment has to answer, with its label. @type {[any, string] | undefined} */ #pressed;
  /** The chosen rating of each statement. @type {WeakMap<Element, HTMLInputElement>} */ #ratings =
    new WeakMap();
  #hasBegun = false;
  /** The key under which the tab stores the draft; empty if it stores none. */ #key;

  /**
   * @param {HTMLElement} host an element with `data-early`
   * @param {string} key the key of the draft in the tab's storage; empty where it is not kept
   */
  constructor(host, key) {
    /** Holds one `[data-screen]` for each screen. */
    this.host = host;
    this.#key = key;
    this.#firstCards = JSON.parse(host.dataset.early ?? "");
    this.#screens = [...host.querySelectorAll("[data-screen]")].map(
      (screen) => /** @type {HTMLElement} */ (screen),
    );
    this.#cards = this.#screens.filter(({ dataset }) => dataset.screen === "card");
    this.#shown = this.#screens[0];
    host.addEventListener("click", ({ target, detail }) => {
      const button = target instanceof Element && target.closest("button");
      if (button) this.#press(button);
      // Clicks made by keys have the number 0, and a double click ends with the number 2. Neither clears a rating.
      else if (target instanceof HTMLInputElement) this.#rate(target, detail === 1);
    });
    host.addEventListener("keydown", ({ target, key }) => {
      if (target instanceof HTMLInputElement && ["Delete", "Backspace"].includes(key))
        this.#clear(target);
    });
    host.addEventListener("input", () => this.#keep());
    this.#restore();
  }

  /** Returns everything that was entered as the text of a draft; empty until the start screen is left. */
  draft() {
    return this.#hasBegun
      ? write(this.#shown, this.#first, this.#chosen(), noteOf(this.#first)?.value ?? "")
      : "";
  }

  /**
   * Gives way to the assessment, which has drawn the same screen, and hands over what the reader is doing: open details, the
   * focus, and the press that waits.
   * @param {Element} stage what holds the assessment
   * @param {() => void} show puts the assessment in place of these screens
   */
  handOver(stage, show) {
    const [before, now] = [this.#shown, stage].map((screen) => [
      .../** @type {NodeListOf<HTMLInputElement>} */ (screen.querySelectorAll(CONTROLS)),
    ]);
    const { activeElement } = /** @type {Document | ShadowRoot} */ (this.host.getRootNode());
    show();
    this.host.remove();
    before.forEach((control, index) => {
      const same = now[index];
      if (same?.localName !== control.localName) return;
      if (control.parentElement?.hasAttribute("open")) same.parentElement?.setAttribute("open", "");
      enter(control, same);
      if (control !== activeElement) return;
      same.focus({ preventScroll: true });
      if (control.localName === "textarea")
        same.setSelectionRange(control.selectionStart, control.selectionEnd);
    });
    if (activeElement?.matches("[data-heading]")) focusHeading(stage);
    if (this.#pressed) now[before.indexOf(this.#pressed[0])]?.click();
  }

  /** Stops waiting: forgets the press, and keeps the entries. */
  stopWaiting() {
    if (!this.#pressed) return;
    const [button, label] = this.#pressed;
    button.textContent = label;
    this.#shown.removeAttribute("aria-busy");
    this.#pressed = undefined;
  }

  #press(/** @type {HTMLElement} */ button) {
    const action = button.getAttribute("name");
    if (action === "begin") this.#show(this.#find("situation"));
    else if (action === "continue") this.#leaveSituation(button);
    else if (action === "skip-situation") {
      for (const input of this.#chosen()) if (isSituation(input)) input.checked = false;
      this.#leaveSituation(button);
    } else if (action === "back")
      this.#show(this.#find(this.#cards.includes(this.#shown) ? "situation" : "start"));
    else if (action === "all") this.#rateAll();
    else this.#wait(button);
  }

  #show(/** @type {HTMLElement | undefined} */ screen) {
    if (!screen) return;
    this.stopWaiting();
    this.#hasBegun = true;
    this.#shown.hidden = true;
    screen.hidden = false;
    this.#shown = screen;
    showTop(/** @type {Element} */ (screen.querySelector(".nr")));
    this.#keep();
  }

  #leaveSituation(/** @type {HTMLElement} */ button) {
    this.#first ??= this.#cards[this.#firstCard()];
    if (this.#first) this.#show(this.#first);
    else this.#wait(button);
  }

  #firstCard() {
    const { everything, short, options } = this.#firstCards;
    const chosen = this.#chosen();
    if (chosen.some((input) => nameOf(input) === "route" && input.value === "everything"))
      return everything;
    const telling = options.find(([option]) =>
      chosen.some((input) => isSituation(input) && input.value === option),
    );
    return telling?.[1] ?? short;
  }

  /** Clears the rating if the chosen one was pressed again. */
  #rate(/** @type {HTMLInputElement} */ input, /** @type {boolean} */ isPress) {
    const scale = input.closest(".rating");
    if (!scale) return;
    if (isPress && this.#ratings.get(scale) === input) this.#clear(input);
    else this.#ratings.set(scale, input);
  }

  #clear(/** @type {HTMLInputElement} */ input) {
    const scale = input.closest(".rating");
    if (!scale) return;
    for (const each of scale.querySelectorAll("input")) each.checked = false;
    this.#ratings.delete(scale);
    this.#keep();
  }

  #rateAll() {
    for (const scale of this.#shown.querySelectorAll(".rating"))
      if (!scale.querySelector("input:checked"))
        /** @type {HTMLInputElement} */ (scale.querySelector("input")).click();
  }

  /** Waits for the assessment, which continues with this press. */
  #wait(/** @type {HTMLElement} */ button) {
    this.stopWaiting();
    this.#pressed = [button, button.textContent];
    button.textContent = this.host.dataset.loading ?? "";
    this.#shown.setAttribute("aria-busy", "true");
    this.host.dispatchEvent(new Event("nr-wait", { bubbles: true }));
  }

  #inputs() {
    return [
      .../** @type {NodeListOf<HTMLInputElement>} */ (this.host.querySelectorAll("[type=radio]")),
    ];
  }

  #chosen() {
    return this.#inputs().filter(({ checked }) => checked);
  }

  #keep() {
    if (!this.#key || !this.#hasBegun) return;
    try {
      sessionStorage.setItem(this.#key, this.draft());
    } catch {
      // The assessment tells the reader that nothing is stored here.
    }
  }

  /** Shows the stored draft, if these screens can show all of it. Otherwise the assessment does. */
  #restore() {
    try {
      const kept = sessionStorage.getItem(this.#key) ?? "";
      /** @type {Draft} */
      const draft = JSON.parse(kept);
      const { route, ratings, situation } = draft.answers;
      const first = this.#cards.find(
        ({ dataset }) => dataset.route === route && dataset.card === JSON.stringify(draft.shown[0]),
      );
      const screen = draft.screen === "card" ? first : this.#find(draft.screen);
      const inputs = this.#inputs().filter((input) =>
        input.closest("[data-card]")
          ? first?.contains(input) && ratings[nameOf(input)] === input.value
          : { ...situation, route }[nameOf(input)] === input.value,
      );
      const [note = ""] = Object.values(draft.private_notes);
      if (!screen || write(screen, first, inputs, note) !== kept) return;
      for (const input of inputs) {
        input.checked = true;
        this.#rate(input, false);
      }
      const field = noteOf(first);
      if (field) field.value = note;
      this.#first = first;
      this.#hasBegun = true;
      [this.#shown.hidden, screen.hidden] = [true, false];
      this.#shown = screen;
    } catch {
      // There is no storage, or no readable draft in it. The assessment tells the reader if that matters.
    }
  }

  #find(/** @type {string} */ name) {
    return this.#screens.find(({ dataset }) => dataset.screen === name);
  }
}

function focusHeading(/** @type {Element} */ screen) {
  const heading = /** @type {HTMLElement | null} */ (screen.querySelector("[data-heading]"));
  heading?.focus({ preventScroll: true });
}

/** Enters a text or a file that was entered into a control into another. @param {HTMLInputElement} from @param {HTMLInputElement} to */
function enter(from, to) {
  if (from.type === "file" && from.files?.length) {
    to.files = from.files;
    to.dispatchEvent(new Event("change", { bubbles: true }));
  } else if (from.localName === "textarea" && from.value !== to.value) {
    to.value = from.value;
    to.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }
}

/**
 * Writes the text of a draft as src/formats/draft.rs does.
 * @param {HTMLElement} shown the screen that shows
 * @param {HTMLElement | undefined} first the card that came first
 * @param {HTMLInputElement[]} inputs the chosen radio buttons
 * @param {string} note the private note on the first card
 */
function write(shown, first, inputs, note) {
  const { screen = "", card = "null" } = shown.dataset;
  /** @type {Draft} */
  const draft = {
    format: 1,
    screen,
    card: JSON.parse(card),
    shown: first ? [JSON.parse(first.dataset.card ?? "")] : [],
    answers: { route: "short", ratings: {}, situation: {} },
    private_notes: {},
  };
  for (const input of inputs) {
    const name = nameOf(input);
    if (input.closest("[data-card]")) draft.answers.ratings[name] = input.value;
    else if (name === "route") draft.answers.route = input.value;
    else draft.answers.situation[name] = input.value;
  }
  if (note) draft.private_notes[draft.shown[0][0]] = note;
  return JSON.stringify(draft);
}

/** Returns the field for the private note on a card. */
const noteOf = (/** @type {HTMLElement | undefined} */ card) => card?.querySelector("textarea");

/** Returns the subject of a radio button: the id of a statement or question, or `route`. */
const nameOf = (/** @type {HTMLInputElement} */ input) => input.name.replace(/^nr-\d+-/, "");

/** Returns `true` for an answer to a question about the situation. */
const isSituation = (/** @type {HTMLInputElement} */ input) =>
  !input.closest("[data-card]") && nameOf(input) !== "route";
