// The address of the element's script while it runs. It may be a module or, where something has taken `type="module"` from it, a
// classic script, in which `import.meta` is an error; an error that is made here knows the address in both.

const script = /** @type {HTMLScriptElement | null} */ (document.currentScript);

export const here =
  script?.src || /\w+:\/\/\S+?(?=:\d+:\d+)/.exec(new Error().stack ?? "")?.[0] || document.baseURI;
