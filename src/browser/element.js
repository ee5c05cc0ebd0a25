// The element <next-rung>, published as embed/v1.js; docs/embedding.md says what it promises. Until the reader comes near, this
// file is all that a page loads. Here is what happens before the WebAssembly module is there, without it, and around it.

/** @import { NextRungElement } from "./element.d.ts" */
/** @import { EarlyScreens } from "./early.js" */
/** @import { LoadedFramework } from "next-rung.js" */
import styles from "element.css";
import { pageAddress } from "./address.js";
import { schemeBehind } from "./backdrop.js";
import { Failure, load, loadFramework, loadModule, loadScreens, loadStyles, site } from "./load.js";

/** A fragment that shows something else than the start. */
const BRINGS_RESULT = /[#&?;](r(=|%)|second-view)/;

/** @implements {NextRungElement} */
class NextRung extends HTMLElement {
  /** The browser keeps what was entered in its history, as it does for the fields of a page, and gives it back on return. */
  static formAssociated = true;
  static observedAttributes = ["framework", "src", "heading-level", "reveal", "persist", "share"];

  /** The shadow root holds the poster's slot, a line about what went wrong, and the stage, on which the first screens
   * stand before the widget. */
  #frame = document.createElement("div");
  #line = document.createElement("p");
  #stage = document.createElement("div");
  #place = document.createElement("div");
  /** Sees the reader come near. */
  #near = new IntersectionObserver(
    (seen) => seen.some((each) => each.isIntersecting) && this.#start(),
    { rootMargin: "100%" },
  );
  #internals = this.attachInternals?.();
  /** Ends listeners when the element leaves the page. @type {AbortController | undefined} */ #gone;
  /** @type {Promise<LoadedFramework> | undefined} */ #framework;
  /** @type {object | null} */ #data = null;
  /** Settled once the widget is there, or has failed. @type {Promise<void> | undefined} */ #ready;
  /** @type {import("next-rung.js").Widget | undefined} */ #widget;
  /** The answers in the widget that was here before. */ #draft = "";
  /** The first screens, which work until the widget is there. @type {EarlyScreens | undefined} */
  early = this.early;
  /** The request for the first screens. @type {Promise<HTMLElement | null> | undefined} */ #screens;
  /** `true` from a press on the poster's link until something begins. */ #isPressed = false;
  /** `true` for a reader who had begun before they left the page and came back. */ #isBack = false;
  /** Counts what was wanted here. */ #turn = 0;

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets?.push(new CSSStyleSheet());
    root.adoptedStyleSheets?.[0].replaceSync(styles);
    const names = ["frame", "failure", "stage", "place"];
    for (const part of [this.#frame, this.#line, this.#stage, this.#place])
      part.className = names.shift() ?? "";
    this.#line.setAttribute("role", "alert");
    this.#line.setAttribute("part", "failure");
    this.#stage.append(this.#place);
    this.#frame.append(document.createElement("slot"), this.#line, this.#stage);
    root.append(this.#frame);
    this.addEventListener("click", (event) => this.#press(event));
    // A press in the first screens that only the widget can answer; where it failed, it is tried again.
    for (const part of [this, root]) part.addEventListener("nr-wait", () => this.#start());
    // What is entered is a draft by the next turn. It is no value that a form around the element would send.
    for (const entry of ["click", "input"])
      this.#frame.addEventListener(entry, () =>
        setTimeout(() => {
          const draft = this.early?.draft() || this.#widget?.draft();
          if (draft && !this.persist) this.#internals?.setFormValue(null, draft);
        }),
      );
    // A reader who points at it may press it next; by then the files are on their way.
    for (const intent of ["pointerover", "focusin"])
      this.addEventListener(intent, () => this.#prepare(), { once: true });
  }

  connectedCallback() {
    // One that was moved goes on.
    if (this.#gone) return;
    this.#gone = new AbortController();
    const { signal } = this.#gone;
    // After a panic our module can do nothing more; the page may have others.
    addEventListener(
      "error",
      ({ error }) => {
        if (
          this.#widget &&
          error instanceof WebAssembly.RuntimeError &&
          error.stack?.includes("next-rung_bg")
        )
          this.#fail(new Failure("crashed", error));
      },
      { signal },
    );
    addEventListener(
      "hashchange",
      ({ oldURL, newURL }) => {
        if (!this.#widget || this.share !== "hash" || !BRINGS_RESULT.test(location.hash)) return;
        this.#renew();
        // Answers about oneself say nothing about somebody else.
        if (/second-view/.test(oldURL + newURL)) this.#draft = "";
      },
      { signal },
    );
    matchMedia("(prefers-color-scheme: dark)").addEventListener(
      "change",
      () => this.#matchScheme(),
      { signal },
    );
    this.#watch();
  }

  disconnectedCallback() {
    // Moving an element takes it out and puts it in again.
    setTimeout(() => {
      if (this.isConnected) return;
      this.#gone?.abort();
      this.#gone = undefined;
      this.#near.disconnect();
      this.#leave();
    });
  }

  attributeChangedCallback(
    /** @type {string} */ name,
    /** @type {unknown} */ before,
    /** @type {unknown} */ now,
  ) {
    if (!this.#gone || before === now) return;
    if (name === "reveal") return this.#watch();
    this.#renew();
    // The answers so far say nothing about another framework.
    if (name === "framework" || name === "src") this.#draft = "";
  }

  /** The reader returned to the page, or loaded it again. @param {string} draft */
  formStateRestoreCallback(draft) {
    this.#draft = draft;
    this.#internals?.setFormValue(null, draft);
    this.#isBack = true;
    this.#renew();
  }

  get framework() {
    return this.getAttribute("framework") ?? "";
  }
  set framework(id) {
    this.setAttribute("framework", id);
  }
  get src() {
    return this.getAttribute("src") ?? "";
  }
  set src(address) {
    this.setAttribute("src", address);
  }
  get theme() {
    return this.getAttribute("theme") ?? "auto";
  }
  set theme(theme) {
    this.setAttribute("theme", theme);
  }
  get headingLevel() {
    return Number(this.getAttribute("heading-level")) || 2;
  }
  set headingLevel(level) {
    this.setAttribute("heading-level", String(level));
  }
  get reveal() {
    return this.getAttribute("reveal") ?? "auto";
  }
  set reveal(when) {
    this.setAttribute("reveal", when);
  }
  get persist() {
    // Templates and forms of content systems write an attribute that is off as "false".
    return ![null, "false"].includes(this.getAttribute("persist"));
  }
  set persist(persists) {
    this.toggleAttribute("persist", persists);
  }
  get share() {
    return this.getAttribute("share") ?? "none";
  }
  set share(where) {
    this.setAttribute("share", where);
  }

  /** A framework as data, used instead of one at an address. */
  get frameworkData() {
    return this.#data;
  }
  set frameworkData(data) {
    this.#data = data;
    if (!this.#gone) return;
    this.#renew();
    this.#draft = "";
  }

  /** Takes all answers away. */
  reset() {
    this.#widget?.reset();
  }

  /** The result of the answers so far; null where there is none. */
  result() {
    return this.#widget?.result() ?? null;
  }

  /** The radar, as the text of an SVG file. @returns {Promise<string>} */
  toSVG() {
    return this.#write("radar");
  }

  /** Headline and radar, as a PNG file. @returns {Promise<Blob>} */
  async toPNG() {
    const [svg, { picture }] = await Promise.all([this.#write("card"), loadModule("picture")]);
    return picture(svg);
  }

  async #write(/** @type {string} */ kind) {
    await this.#start();
    const text = await this.#widget?.file(kind);
    if (!text) throw new Error("there is no result yet, or its files could not be loaded");
    return text;
  }

  /** The text of a framework that the page gives or that stands in the element; empty if there is none. */
  #text() {
    if (this.#data) return JSON.stringify(this.#data);
    return this.querySelector('script[type="application/json"]')?.textContent ?? "";
  }

  #watch() {
    this.#near.disconnect();
    if (this.reveal === "eager") this.#start();
    else if (this.reveal !== "interaction") this.#near.observe(this);
  }

  #load() {
    const loading = (this.#framework ??= loadFramework(this.framework, this.src, this.#text()));
    // A failed request is tried again the next time.
    loading.catch(() => {
      if (loading === this.#framework) this.#framework = undefined;
    });
    return loading;
  }

  /** Has the files on their way. */
  #prepare() {
    this.#load().catch(() => {});
    if (!this.early && !this.src && !this.#text()) this.#screens ??= loadScreens(this.framework);
  }

  #start() {
    const turn = this.#turn;
    return (this.#ready ??= this.#mount(turn).catch((cause) => {
      if (turn === this.#turn) this.#fail(cause);
    }));
  }

  async #mount(/** @type {number} */ turn) {
    // A framework of one's own has no page of ours.
    const isOurs = !this.src && !this.#text();
    const ours = [isOurs ? site(`f/${this.framework}/`).href : "", ""];
    const [address, fragment] =
      this.share === "hash" ? [pageAddress(ours[0]), location.hash] : ours;
    this.#prepare();
    // The widget says what is wrong with its files, and the first screens are no loss then.
    const isFresh = !this.early && !this.#draft && !this.#isKept();
    if (isFresh && !BRINGS_RESULT.test(fragment)) this.#showEarly(turn).catch(() => {});
    const [framework, { Widget }, styles] = await Promise.all([this.#load(), load(), loadStyles()]);
    // Meanwhile another framework may be wanted, or none.
    if (turn !== this.#turn) return;
    this.#adopt(styles);
    const draft = () => this.early?.draft() || this.#draft;
    let given;
    // Nothing that is entered in the first screens while the widget is drawn is lost.
    do {
      this.#widget?.leave();
      given = draft();
      this.#widget = new Widget(
        this.#place,
        framework,
        this.headingLevel,
        address,
        fragment,
        this.persist,
        given,
      );
      // The start shows results at hand by a part of the program. A restored screen may need one, and is drawn a few turns
      // after it is there.
      if (!given) await this.#widget.ready();
      do await new Promise((done) => setTimeout(done));
      while (turn === this.#turn && this.#place.querySelector("[aria-busy]"));
      if (turn !== this.#turn) return;
    } while (draft() !== given);
    this.#line.textContent = "";
    const { early } = this;
    if (early)
      early.handOver(this.#place, () => {
        // Those of our own pages stand in the poster's place.
        if (!this.#stage.contains(early.host)) this.#frame.classList.add("shown");
      });
    else this.#show();
    this.early = undefined;
    // From here on the page may ask for the result.
    await this.#widget.ready();
    if (turn === this.#turn) this.#tell("nr-ready");
  }

  /** Shows the first screens, which work while the program is on its way. */
  async #showEarly(/** @type {number} */ turn) {
    const [{ EarlyScreens }, screens, styles] = await Promise.all([
      loadModule("early"),
      this.#screens,
      loadStyles(),
    ]);
    if (!screens || turn !== this.#turn || this.#widget || this.early) return;
    for (const heading of screens.querySelectorAll("h2, h3, h4"))
      heading.ariaLevel = String(Number(heading.localName[1]) + this.headingLevel - 2);
    this.#adopt(styles);
    this.#stage.prepend(screens);
    this.early = new EarlyScreens(screens, "");
    this.#show();
  }

  /** Returns `true` if something may be kept here that the widget shows first. */
  #isKept() {
    if (!this.persist) return false;
    try {
      const keys = [...Object.keys(sessionStorage), ...Object.keys(localStorage)];
      return keys.some((key) => key.startsWith("next-rung."));
    } catch {
      return false;
    }
  }

  #adopt(/** @type {CSSStyleSheet} */ styles) {
    const { adoptedStyleSheets } = /** @type {ShadowRoot} */ (this.shadowRoot);
    if (!adoptedStyleSheets.includes(styles)) adoptedStyleSheets.push(styles);
  }

  /** Shows the stage where that moves nothing that the reader sees; else the poster waits for a press. */
  #show() {
    this.#matchScheme();
    const { top, height } = this.getBoundingClientRect();
    const isTooHigh = () => this.#stage.offsetHeight > Math.ceil(height);
    if (height && top < innerHeight && !this.#frame.matches(".shown")) {
      this.#frame.style.minBlockSize = `${height}px`;
      for (const size of ["", "compact", "compact tight"])
        if (isTooHigh()) this.#stage.className = `stage ${size}`;
      if (isTooHigh()) this.#settle();
      const isAwaited = this.reveal === "eager" || this.#isPressed || this.#isBack;
      if (isTooHigh() && !isAwaited) return;
    }
    this.#frame.classList.add("shown");
    if (this.#isPressed) this.#begin();
  }

  /** Letters that can be read on what the page has behind them. */
  #matchScheme() {
    this.#frame.dataset.scheme = schemeBehind(this);
  }

  /** Gives the widget the space that it takes. */
  #settle() {
    [this.#frame.style.minBlockSize, this.#stage.className] = ["", "stage"];
  }

  /** The poster's link begins here; and what moves right after a press in the widget is what the reader asked for. */
  #press(/** @type {MouseEvent} */ event) {
    const { target, metaKey, ctrlKey, shiftKey, defaultPrevented } = event;
    if (target === this) return this.#settle();
    const link = target instanceof Element && target.closest("a[href]");
    if (
      !link ||
      !this.contains(link) ||
      metaKey ||
      ctrlKey ||
      shiftKey ||
      defaultPrevented ||
      this.#line.textContent
    )
      return;
    event.preventDefault();
    // The text below goes out of sight at once, so that nothing moves when the widget comes.
    this.#frame.style.minBlockSize = `${innerHeight - Math.min(this.getBoundingClientRect().top, 0)}px`;
    if (this.early || this.#widget) return this.#begin();
    this.#isPressed = true;
    this.#frame.toggleAttribute("data-loading", true);
    this.#start();
  }

  /** Does what the poster's link promises. */
  #begin() {
    this.#stopWaiting();
    this.#frame.classList.add("shown");
    /** @type {HTMLElement | null} */ (this.#stage.querySelector(".start > .button"))?.click();
  }

  #stopWaiting() {
    this.#isPressed = false;
    this.#frame.toggleAttribute("data-loading", false);
    this.early?.stopWaiting();
  }

  /** Says what went wrong. The first screens stay where something was entered; else the poster does, and its link works. */
  #fail(/** @type {any} */ cause) {
    const failure = Failure.from(cause);
    console.error(`next-rung: ${failure.message}`, failure.cause);
    if (failure.code === "crashed") this.#widget = undefined;
    this.#stopWaiting();
    this.#drop();
    if (!this.early?.draft()) this.#frame.classList.remove("shown");
    this.#line.textContent = failure.message;
    this.#tell("nr-error", { code: failure.code, message: failure.message });
  }

  #tell(name = "", detail = {}) {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }

  /** Starts again with other attributes. */
  #renew() {
    const isWanted = this.#ready;
    this.#leave();
    if (isWanted) this.#start();
  }

  #leave() {
    this.#drop();
    this.#draft = this.early?.draft() || this.#draft;
    this.early?.host.remove();
    this.early = undefined;
    this.#line.textContent = "";
    this.#settle();
  }

  /** Takes the widget out, and keeps its answers. */
  #drop() {
    this.#turn += 1;
    this.#draft = this.#widget?.draft() ?? this.#draft;
    this.#widget?.leave();
    this.#widget = this.#ready = this.#framework = this.#screens = undefined;
  }
}

// The first of two versions of this file on a page wins.
if (!customElements.get("next-rung")) customElements.define("next-rung", NextRung);
