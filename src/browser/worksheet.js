// On a worksheet: fills in what the tab keeps of the same assessment, so that answers are not lost where the program does not run.

import { draftKey } from "./draft_key.js";

const framework = document.documentElement.dataset.framework ?? "";
try {
  const { answers } = JSON.parse(sessionStorage.getItem(draftKey(framework)) ?? "{}");
  const chosen = { ...answers?.situation, ...answers?.ratings };
  for (const input of document.querySelectorAll("input"))
    if (input.type === "radio" && chosen[input.name] === input.value) input.checked = true;
} catch {
  // Where nothing is kept, or nothing that can be read, the worksheet is empty.
}
