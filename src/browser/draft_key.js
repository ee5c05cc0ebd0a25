// The key under which the tab stores a reader's own answers in a framework: that of a page's first assessment
// (src/formats/draft.rs).

export const draftKey = (/** @type {string} */ framework) => `next-rung.draft.1.${framework}.0`;
