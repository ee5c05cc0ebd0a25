// The address of the element's script while it runs. It may be a module or, if something removed `type="module"`, a classic
// script, in which `import.meta` is an error. The stack of a new error contains the address in both cases.

const script = /** @type {HTMLScriptElement | null} */ (document.currentScript);

export const here =
  script?.src || /\w+:\/\/\S+?(?=:\d+:\d+)/.exec(new Error().stack ?? "")?.[0] || document.baseURI;
