// Where the tab keeps a reader's own answers in a framework, as the first assessment of a page does (src/formats/draft.rs).

export const draftKey = (/** @type {string} */ framework) => `next-rung.draft.1.${framework}.0`;
