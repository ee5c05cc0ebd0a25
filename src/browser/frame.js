// For pages that contain our iframe: sets its height to that of its content, and a color scheme that keeps the background
// transparent. Without it the iframe keeps the height of the snippet and scrolls inside. A classic script that leaves no
// global names; running it twice is harmless.
"use strict";
{
  const minimum = 150; // pixels
  const maximum = 20_000;

  const ours = () =>
    /** @type {NodeListOf<HTMLIFrameElement>} */ (
      document.querySelectorAll('iframe[src*="embed=1"]')
    );

  /**
   * If an iframe and its content have different schemes, browsers paint a box behind the content. They differ if the content
   * has a theme that its iframe does not know, and on a page that names no scheme: the page is light, but the iframe follows
   * the preference of the device.
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
      // The source window cannot be forged, unlike an origin, which a sandboxed iframe does not have.
      if (frame.contentWindow !== source) continue;
      frame.style.height = `${Math.min(Math.max(data.height, minimum), maximum)}px`;
      match(frame);
    }
  });

  // Iframes that sent their height before this script was loaded are asked to send it again.
  for (const frame of ours())
    frame.contentWindow?.postMessage({ type: "next-rung:ask-height" }, "*");
}
