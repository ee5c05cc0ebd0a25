// For pages that hold our iframe: gives it the height that its content has. Without it the iframe keeps the height of
// the snippet and scrolls inside. A classic script that leaves no names behind; running twice does no harm.
"use strict";
{
  const minimum = 150; // pixels
  const maximum = 20_000;

  const ours = () => /** @type {NodeListOf<HTMLIFrameElement>} */ (document.querySelectorAll('iframe[src*="embed=1"]'));

  addEventListener("message", ({ source, data }) => {
    if (data?.type !== "next-rung:height" || !Number.isFinite(data.height)) return;
    for (const frame of ours()) {
      // Which window speaks cannot be forged, unlike an origin, which a sandboxed iframe does not have.
      if (frame.contentWindow === source) {
        frame.style.height = `${Math.min(Math.max(data.height, minimum), maximum)}px`;
      }
    }
  });

  // Those that spoke before this script came are asked to say it again.
  for (const frame of ours()) frame.contentWindow?.postMessage({ type: "next-rung:ask-height" }, "*");
}
