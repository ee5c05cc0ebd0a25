// The element <next-rung>, published as embed/v1.js. docs/embedding.md lists its promises. A page loads only this file until the
// reader comes near. It does everything that happens before the WebAssembly module is loaded, without it, and around it.

/** @import { NextRungElement } from "./element.d.ts" */
/** @import { EarlyScreens } from "./early.js" */
/** @import { LoadedFramework } from "next-rung.js" */
import styles from "element.css";
import { pageAddress } from "./address.js";
import { schemeBehind } from "./backdrop.js";
import { Failure, load, loadFramework, loadModule, loadScreens, loadStyles, site } from "./load.js";

/** Matches a fragment that shows a result instead of the start. */
const BRINGS_RESULT = /[#&?;](r(=|%)|second-view)/;

/** @implements {NextRungElement} */
class NextRung extends HTMLElement {
  /** The browser stores the draft in the tab's history, like the values of form fields, and restores it on return. */
  static formAssociated = true;
  static observedAttributes = ["framework", "src", "heading-level", "reveal", "persist", "share"];

  /** The shadow root contains the poster's slot, a line for failures, and the stage with the first screens and the place of
   * the widget. */
  #frame = document.createElement("div");
  #line = document.createElement("p");
  #stage = document.createElement("div");
  #place = document.createElement("div");
  /** Notices when the reader comes near. */
  #near = new IntersectionObserver(
    (seen) => seen.some((each) => each.isIntersecting) && this.#start(),
    { rootMargin: "100%" },
  );
  #internals = this.attachInternals?.();
  /** Removes listeners when the element leaves the page. @type {AbortController | undefined} */ #gone;
  /** @type {Promise<LoadedFramework> | undefined} */ #framework;
  /** @type {object | null} */ #data = null;
  /** Settles when the widget is shown or has failed. @type {Promise<void> | undefined} */ #ready;
  /** @type {import("next-rung.js").Widget | undefined} */ #widget;
  /** The answers of the previous widget, as a draft. */ #draft = "";
  /** The first screens, which work until the widget is mounted. @type {EarlyScreens | undefined} */
  early = this.early;
  /** The request for the first screens. @type {Promise<HTMLElement | null> | undefined} */ #screens;
  /** `true` from a press on the poster's link until the assessment begins. */ #isPressed = false;
  /** `true` if the reader had begun, left the page and came back. */ #isBack = false;
  /** Counts the changes of what the element should show. */ #turn = 0;

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
    // A press in the first screens that only the widget can answer. If the widget failed, it is loaded again.
    for (const part of [this, root]) part.addEventListener("nr-wait", () => this.#start());
    // A turn later the draft has the entry. As form state, without a value, a form around the element does not send it.
    for (const entry of ["click", "input"])
      this.#frame.addEventListener(entry, () =>
        setTimeout(() => {
          const draft = this.early?.draft() || this.#widget?.draft();
          if (draft && !this.persist) this.#internals?.setFormValue(null, draft);
        }),
      );
    // A reader who points at the element may press it next, so loading starts early.
    for (const intent of ["pointerover", "focusin"])
      this.addEventListener(intent, () => this.#prepare(), { once: true });
  }

  connectedCallback() {
    // An element that was moved keeps its assessment.
    if (this.#gone) return;
    this.#gone = new AbortController();
    const { signal } = this.#gone;
    // After a panic our module is unusable. The page may have other modules.
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
        // Answers about oneself are not answers about somebody else.
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
    // Moving an element disconnects it and connects it again.
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
    // Answers belong to one framework.
    if (name === "framework" || name === "src") this.#draft = "";
  }

  /** Called when the reader returns to the page. @param {string} draft */
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
    // Content systems write an attribute that is off as "false".
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

  /** Deletes all answers. */
  reset() {
    this.#widget?.reset();
  }

  /** Returns the result of the answers so far; `null` if there is none. */
  result() {
    return this.#widget?.result() ?? null;
  }

  /** Returns the radar as the text of an SVG file. @returns {Promise<string>} */
  toSVG() {
    return this.#write("radar");
  }

  /** Returns headline and radar as a PNG file. @returns {Promise<Blob>} */
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

  /** Returns the text of the framework in `frameworkData` or inside the element; empty if there is none. */
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
    // After a failure the next call tries again.
    loading.catch(() => {
      if (loading === this.#framework) this.#framework = undefined;
    });
    return loading;
  }

  /** Starts loading the files. */
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
    // An author's own framework has no page on our site.
    const isOurs = !this.src && !this.#text();
    const ours = [isOurs ? site(`f/${this.framework}/`).href : "", ""];
    const [address, fragment] =
      this.share === "hash" ? [pageAddress(ours[0]), location.hash] : ours;
    this.#prepare();
    // If the first screens fail to load, the widget does too and says why.
    const isFresh = !this.early && !this.#draft && !this.#isKept();
    if (isFresh && !BRINGS_RESULT.test(fragment)) this.#showEarly(turn).catch(() => {});
    const [framework, { Widget }, styles] = await Promise.all([this.#load(), load(), loadStyles()]);
    // Meanwhile the element may have changed or left the page.
    if (turn !== this.#turn) return;
    this.#adopt(styles);
    const draft = () => this.early?.draft() || this.#draft;
    let given;
    // If something is entered in the first screens while the widget is drawn, it is drawn again with that.
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
      // The start screen and restored screens may need a part of the program, and are drawn a few turns after it has loaded.
      if (!given) await this.#widget.ready();
      do await new Promise((done) => setTimeout(done));
      while (turn === this.#turn && this.#place.querySelector("[aria-busy]"));
      if (turn !== this.#turn) return;
    } while (draft() !== given);
    this.#line.textContent = "";
    const { early } = this;
    if (early)
      early.handOver(this.#place, () => {
        // On our own pages the first screens are in the poster's place.
        if (!this.#stage.contains(early.host)) this.#frame.classList.add("shown");
      });
    else this.#show();
    this.early = undefined;
    // From now on `result()` works.
    await this.#widget.ready();
    if (turn === this.#turn) this.#tell("nr-ready");
  }

  /** Shows the first screens, which work while the program loads. */
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

  /** Returns `true` if the widget may first show something that is stored here. */
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

  /** Shows the stage if that moves nothing in the reader's view. Otherwise the poster waits for a press. */
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

  /** Chooses the color scheme that is legible on the page's background. */
  #matchScheme() {
    this.#frame.dataset.scheme = schemeBehind(this);
  }

  /** Lets the widget take the space it needs. */
  #settle() {
    [this.#frame.style.minBlockSize, this.#stage.className] = ["", "stage"];
  }

  /** Handles presses: the poster's link begins the assessment here, and after a press in the widget its size may change. */
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
    // The text below leaves the view immediately, so that nothing moves when the widget appears.
    this.#frame.style.minBlockSize = `${innerHeight - Math.min(this.getBoundingClientRect().top, 0)}px`;
    if (this.early || this.#widget) return this.#begin();
    this.#isPressed = true;
    this.#frame.toggleAttribute("data-loading", true);
    this.#start();
  }

  /** Begins the assessment. */
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

  /** Reports a failure. The first screens stay if something was entered. Otherwise the poster returns, and its link works. */
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

  /** Starts again after a change. */
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

  /** Removes the widget and keeps its answers. */
  #drop() {
    this.#turn += 1;
    this.#draft = this.#widget?.draft() ?? this.#draft;
    this.#widget?.leave();
    this.#widget = this.#ready = this.#framework = this.#screens = undefined;
  }
}

// The first of two versions of this file on a page wins.
if (!customElements.get("next-rung")) customElements.define("next-rung", NextRung);
