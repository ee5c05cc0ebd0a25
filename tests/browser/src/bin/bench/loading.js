// Runs before a page's own scripts: performs the steps to the first answer as early as possible, and reports when each step
// was visible. It acts like a person who cannot press faster than the page shows something to press.
window.loaded = new Promise((done) => {
  // The reader sees a screen that came with the page until the assessment replaces it.
  const live = () =>
    document.querySelector("next-rung")?.shadowRoot?.querySelector(".shown > .stage");
  const screen = () => live() ?? document.querySelector("[data-screen]:not([hidden])");
  const check = (radio) => {
    radio?.click();
    return radio?.checked;
  };
  const press = (name) => {
    const buttons = [...(screen()?.querySelectorAll("button") ?? [])];
    const button = buttons.find(({ textContent }) => textContent.trim() === name);
    button?.click();
    return Boolean(button);
  };

  // Each step is tried in every frame until it works.
  const ours = {
    // Before its script is loaded, a press has no effect.
    begin: () => (press("Begin"), Boolean(screen()?.querySelector(".choices"))),
    choice: () => check(screen().querySelector(".choices input")),
    continue: () => press("Continue"),
    answer: () => check(screen().querySelector(".rating input")),
    // Answers given before the assessment was loaded have to be in it.
    lasting: () => Boolean(live()?.querySelector(".rating input")?.checked),
  };
  const reference = {
    answer: () => check(document.querySelector("#answers input")),
  };

  const times = {};
  addEventListener("nr-ready", () => (times.live = performance.now()));
  const steps = Object.entries(location.pathname.includes("reference") ? reference : ours);
  const turn = () => {
    // What is not painted yet cannot be pressed.
    const isPainted = performance.getEntriesByType("paint").length > 0;
    if (!isPainted || !steps[0][1]()) return requestAnimationFrame(turn);
    const [name] = steps.shift();
    // A message posted while a frame is prepared arrives once it is drawn.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      times[name] = performance.now();
      if (steps.length) requestAnimationFrame(turn);
      else done(finish());
    };
    port2.postMessage("");
  };
  const finish = () => {
    for (const { name, startTime } of performance.getEntriesByType("paint"))
      times[name] = startTime;
    const entries = ["navigation", "resource"].flatMap((type) =>
      performance.getEntriesByType(type),
    );
    // A browser asks for it where a page names no icon.
    const files = entries.filter(({ name }) => !name.endsWith("/favicon.ico"));
    times.bytes = files.reduce((sum, { transferSize }) => sum + transferSize, 0);
    return {
      times,
      files: files.map(({ name, transferSize }) => [new URL(name).pathname, transferSize]),
    };
  };
  requestAnimationFrame(turn);
});
