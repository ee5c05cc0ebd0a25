// Sends the page around our iframe the height of the content, so that nothing scrolls inside if that page listens.
// Runs on a framework's page in iframe mode. Reads only its own address, so it also works in a sandbox.
"use strict";

// A block, so that a classic script leaves no global names.
if (window.parent !== window) {
  const address = location.href;
  // WordPress marks each of its iframes with a secret that it appends to any existing fragment.
  const secret = /[#&?]secret=([A-Za-z0-9]+)(?![^&])/.exec(location.hash)?.[1];
  const content = /** @type {HTMLElement} */ (document.querySelector("main"));
  let told = 0; // pixels

  /** Sends the height in three message formats if it changed. To any origin: a height is not secret. */
  const tell = () => {
    const { paddingTop, paddingBottom } = getComputedStyle(document.body);
    const padding = parseFloat(paddingTop) + parseFloat(paddingBottom);
    // The body is as high as the iframe, the content as high as it needs to be.
    const height = Math.ceil(content.getBoundingClientRect().height + padding);
    // A hidden iframe has no width, and the height of its content is meaningless.
    if (window.innerWidth === 0 || height === 0 || height === told) return;
    told = height;
    window.parent.postMessage({ type: "next-rung:height", height }, "*");
    if (secret !== undefined)
      window.parent.postMessage({ message: "height", value: height, secret }, "*");
    // Embedly's format, which Medium understands.
    window.parent.postMessage(
      JSON.stringify({ src: address, context: "iframe.resize", height }),
      "*",
    );
  };

  // At most once per frame, and once an iframe is shown. The content does not follow the iframe, so the iframe can shrink.
  new ResizeObserver(tell).observe(content);
  // Browsers suspend observers in an invisible cross-origin iframe, and WordPress shows its iframes only after it has
  // received a height.
  tell();
  addEventListener("load", tell);

  // A page that started to listen late may ask: our script with its own message, WordPress by reporting that it is ready.
  addEventListener("message", ({ source, data }) => {
    if (source !== window.parent) return;
    const isWordPress = data?.message === "ready" && secret !== undefined && data.secret === secret;
    if (data?.type !== "next-rung:ask-height" && !isWordPress) return;
    told = 0;
    tell();
  });
}
