// Runs before a page's own scripts: records unexpected movement, and what blocked the page.
window.seen = { shifts: [], tasks: [] };
{
  const box = ({ x, y, width, height }) => `${width}x${height} at ${x},${y}`;
  const named = (node) =>
    node
      ? [
          node.nodeName.toLowerCase(),
          node.id && `#${node.id}`,
          node.className && `.${node.className}`,
        ].join("")
      : "?";
  const keep = {
    "layout-shift": ({ value, startTime, hadRecentInput, sources }) => {
      if (hadRecentInput) return;
      const moved = sources.map(
        ({ node, previousRect, currentRect }) =>
          `${named(node)} ${box(previousRect)} to ${box(currentRect)}`,
      );
      window.seen.shifts.push({ value, at: Math.round(startTime), moved });
    },
    longtask: ({ duration, startTime }) =>
      window.seen.tasks.push({ duration, at: Math.round(startTime) }),
  };
  for (const [type, keeps] of Object.entries(keep)) {
    new PerformanceObserver((list) => list.getEntries().forEach(keeps)).observe({
      type,
      buffered: true,
    });
  }
}
