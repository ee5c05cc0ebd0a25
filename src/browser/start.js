// Starts the page: finds out which framework was chosen, loads it and the WebAssembly module side by side, and mounts.
// In JavaScript because all of it happens before, or without, WebAssembly. The widget's own words are in src/words/.

const patience = 30_000; // milliseconds
const words = {
  unknown: "There is no such framework here. Please choose one of the five below.",
  link: "This link is cut off or was changed on its way, or it is about a framework that this page does not have. Ask for it once more, or choose one of the five below.",
  offline: "The assessment could not be loaded. Check your connection, then reload the page. Answers given before are kept in this tab.",
  missing: "The assessment’s files are not where they should be. Reload the page; if that does not help, tell whoever runs it. Answers given before are kept in this tab.",
  slow: "The assessment takes too long to load. Reload the page to try again. Answers given before are kept in this tab.",
  crashed: "Something went wrong and the assessment has stopped. Your answers are kept in this tab: reload the page to go on.",
  blocked: "This browser does not run WebAssembly here, which the assessment needs. A current browser, or lifting its block for this page, helps.",
};

/** A failure that has a sentence for the reader. */
class Failure extends Error {
  constructor(reason, cause) {
    super(words[reason], { cause });
  }
}

/** The response at an address beside this script. */
async function get(address) {
  let response;
  try {
    response = await fetch(new URL(address, import.meta.url), { signal: AbortSignal.timeout(patience) });
  } catch (cause) {
    throw new Failure(cause.name === "TimeoutError" ? "slow" : "offline", cause);
  }
  if (!response.ok) throw new Failure("missing", new Error(`${response.status} ${response.url}`));
  return response;
}

/** The initialized module. */
async function load() {
  if (typeof WebAssembly !== "object") throw new Failure("blocked");
  const [glue, wasm] = await Promise.all([
    import("./next-rung.js").catch((cause) => { throw new Failure("missing", cause); }),
    get("next-rung_bg.wasm"),
  ]);
  try {
    await glue.default({ module_or_path: wasm });
  } catch (cause) {
    throw new Failure("blocked", cause);
  }
  return glue;
}

function show(id, isShown = true) {
  document.getElementById(id).hidden = !isShown;
}

function fail(error) {
  console.error(error, error.cause ?? "");
  const line = document.getElementById("failure");
  line.textContent = error instanceof Failure ? error.message : words.missing;
  show("failure");
  show("widget", false);
}

// After a panic the module can do nothing more; the answers were kept after each rating.
for (const event of ["error", "unhandledrejection"]) {
  addEventListener(event, ({ error, reason }) => {
    if ((error ?? reason) instanceof WebAssembly.RuntimeError) fail(new Failure("crashed", error ?? reason));
  });
}

// A link to a result says by itself which framework it is about: #r=<version>.<framework>.…
const link = /[#&?]r=(?:\d+\.([a-z0-9-]*))?/.exec(location.hash);
const parameters = new URLSearchParams(location.search);
const chosen = link?.[1] || parameters.get("framework");
if (!link && parameters.has("across")) {
  show("assessment");
  show("frameworks", false);
  const ids = [...document.querySelectorAll("[data-framework]")].map(({ dataset }) => dataset.framework);
  import("./more.js")
    .then((more) => more.across(document.getElementById("widget"), ids))
    .catch((cause) => fail(new Failure("missing", cause)));
} else if (link || chosen !== null) {
  show("assessment");
  const entry = [...document.querySelectorAll("[data-framework]")].find(({ dataset }) => dataset.framework === chosen);
  if (entry === undefined) {
    fail(new Failure(link ? "link" : "unknown"));
  } else {
    show("frameworks", false);
    document.title = `${entry.textContent} · Next Rung`;
    try {
      const [glue, framework] = await Promise.all([load(), get(`frameworks/${chosen}.json`).then((file) => file.text())]);
      glue.mount(document.getElementById("widget"), framework, 1, import.meta.url);
    } catch (error) {
      fail(error);
    }
  }
}

// Another link that is opened in this tab changes nothing but the fragment. Answers are kept, so a reload shows it.
addEventListener("hashchange", () => {
  if (/[#&?](r=|second-view)/.test(location.hash)) location.reload();
});
