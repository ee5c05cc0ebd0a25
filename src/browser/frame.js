// For pages that hold our iframe: gives it the height that its content has, and a color scheme that lets the page shine
// through. Without it the iframe keeps the height of the snippet and scrolls inside. A classic script that leaves no
// names behind; running twice does no harm.
"use strict";
{
  const minimum = 150; // pixels
  const maximum = 20_000;

  const ours = () =>
    /** @type {NodeListOf<HTMLIFrameElement>} */ (
      document.querySelectorAll('iframe[src*="embed=1"]')
    );

  /**
   * Where an iframe and its content differ in scheme, browsers paint a box behind the content. They differ where the
   * content has a theme that its iframe does not know, and on a page that names no scheme: the page is light, but its
   * iframe is told what the device prefers.
   * @param {HTMLIFrameElement} frame
   */
  const match = (frame) => {
    const theme = /[?&]theme=(light|dark)\b/.exec(frame.src)?.[1];
    const isNamed =
      getComputedStyle(frame).colorScheme !== "normal" ||
      document.querySelector("meta[name=color-scheme]");
    if (theme || !isNamed) frame.style.colorScheme = theme ?? "light";
  };

  addEventListener("message", ({ source, data }) => {
    if (data?.type !== "next-rung:height" || !Number.isFinite(data.height)) return;
    for (const frame of ours()) {
      // Which window speaks cannot be forged, unlike an origin, which a sandboxed iframe does not have.
      if (frame.contentWindow !== source) continue;
      frame.style.height = `${Math.min(Math.max(data.height, minimum), maximum)}px`;
      match(frame);
    }
  });

  // Those that spoke before this script came are asked to say it again.
  for (const frame of ours())
    frame.contentWindow?.postMessage({ type: "next-rung:ask-height" }, "*");
}
