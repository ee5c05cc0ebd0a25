// On a worksheet: fills in the answers that the tab stores for the same assessment, so that they are not lost if the program
// does not run.

import { draftKey } from "./draft_key.js";

const framework = document.documentElement.dataset.framework ?? "";
try {
  const { answers } = JSON.parse(sessionStorage.getItem(draftKey(framework)) ?? "{}");
  const chosen = { ...answers?.situation, ...answers?.ratings };
  for (const input of document.querySelectorAll("input"))
    if (input.type === "radio" && chosen[input.name] === input.value) input.checked = true;
} catch {
  // If nothing readable is stored, the worksheet stays empty.
}
