// Tells the page around our iframe how high it has to be, so that nothing scrolls inside where that page listens.
// Runs on a framework's page in iframe mode. Reads nothing but its own address, so it works in a sandbox as well.
"use strict";

// A block, so that it leaves no names behind where it is no module.
if (window.parent !== window) {
  const address = location.href;
  // WordPress marks each of its iframes by a secret that it adds to the fragment, whatever stands there already.
  const secret = /[#&?]secret=([A-Za-z0-9]+)(?![^&])/.exec(location.hash)?.[1];
  const content = /** @type {HTMLElement} */ (document.querySelector("main"));
  let told = 0; // pixels

  /** Tells the height in the three dialects that are spoken, where it changed. To anybody: a height is no secret. */
  const tell = () => {
    const { paddingTop, paddingBottom } = getComputedStyle(document.body);
    const padding = parseFloat(paddingTop) + parseFloat(paddingBottom);
    // The body is as high as the iframe, the content as high as it has to be.
    const height = Math.ceil(content.getBoundingClientRect().height + padding);
    // An iframe that is not shown has no width, and its content no height that means anything.
    if (window.innerWidth === 0 || height === 0 || height === told) return;
    told = height;
    window.parent.postMessage({ type: "next-rung:height", height }, "*");
    if (secret !== undefined)
      window.parent.postMessage({ message: "height", value: height, secret }, "*");
    // Embedly's, which Medium understands.
    window.parent.postMessage(
      JSON.stringify({ src: address, context: "iframe.resize", height }),
      "*",
    );
  };

  // At most once a frame, and once an iframe is shown. The content does not follow the iframe, so this shrinks it too.
  new ResizeObserver(tell).observe(content);
  // Browsers hold observers back in an invisible iframe of another origin, and WordPress shows its iframes only after
  // it was told a height.
  tell();
  addEventListener("load", tell);

  // A page that began to listen late may ask: ours by a message of our own, WordPress by saying that it is ready.
  addEventListener("message", ({ source, data }) => {
    if (source !== window.parent) return;
    const isWordPress = data?.message === "ready" && secret !== undefined && data.secret === secret;
    if (data?.type !== "next-rung:ask-height" && !isWordPress) return;
    told = 0;
    tell();
  });
}
