// Draws a share image, and reads a color, on a canvas.

const card = { width: 1200, height: 630, pixelsPerUnit: 2 };
const patience = 10_000; // milliseconds

/** The PNG of a share image, from its SVG. @param {string} svg @returns {Promise<Blob>} */
export async function picture(svg) {
  const image = new Image(card.width, card.height);
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = card.width * card.pixelsPerUnit;
  canvas.height = card.height * card.pixelsPerUnit;
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    // Some browsers guard canvases against fingerprinting and never answer.
    setTimeout(() => reject(new Error("the canvas does not answer")), patience);
    canvas.toBlob(
      (file) => (file ? resolve(file) : reject(new Error("the canvas gives no picture"))),
      "image/png",
    );
  });
}

/**
 * Whether the letters of a widget are light, so that its background is dark. The canvas reads a color in any notation.
 * @param {Element} widget
 */
export function isDark(widget) {
  const context = new OffscreenCanvas(1, 1).getContext("2d");
  if (!context) return false;
  context.fillStyle = getComputedStyle(widget).color;
  context.fillRect(0, 0, 1, 1);
  return context
    .getImageData(0, 0, 1, 1)
    .data.slice(0, 3)
    .every((part) => part > 128);
}
