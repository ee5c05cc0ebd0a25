// Draws a share image, and reads a color, on a canvas.

const card = { width: 1200, height: 630, pixelsPerUnit: 2 };
const patience = 10_000; // milliseconds

/** Returns the PNG of a share image, drawn from its SVG. @param {string} svg @returns {Promise<Blob>} */
export async function picture(svg) {
  const image = new Image(card.width, card.height);
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = card.width * card.pixelsPerUnit;
  canvas.height = card.height * card.pixelsPerUnit;
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  if (!isDrawn(context, svg)) throw new Error("the canvas gives another picture");
  return new Promise((resolve, reject) => {
    // Some browsers protect canvases against fingerprinting and never answer.
    setTimeout(() => reject(new Error("the canvas does not answer")), patience);
    canvas.toBlob(
      (file) => (file ? resolve(file) : reject(new Error("the canvas gives no picture"))),
      "image/png",
    );
  });
}

/**
 * Returns `true` if the left edge of a canvas has the color of the image, which is the first one in its SVG. Some browsers
 * protect canvases against fingerprinting and return noise, or nothing, instead of the drawing.
 * @param {CanvasRenderingContext2D} context @param {string} svg
 */
function isDrawn(context, svg) {
  const paper = parseInt(/fill="#([0-9a-f]{6})"/.exec(svg)?.[1] ?? "", 16);
  const { data } = context.getImageData(0, 0, 1, context.canvas.height);
  for (let at = 0; at < data.length; at += 4)
    if ((data[at] << 16) + (data[at + 1] << 8) + data[at + 2] !== paper) return false;
  return true;
}

/**
 * Returns `true` if the text of a widget is light, which means that its background is dark. The canvas reads colors in any notation.
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
