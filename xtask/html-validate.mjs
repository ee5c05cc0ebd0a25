// What `cargo xtask test` asks of every page, ours and those of tests/pages.
export default {
  extends: ["html-validate:recommended"],
  rules: {
    // A matter of taste; small letters are as valid.
    "doctype-style": ["error", { style: "lowercase" }],
    // A snippet has to bring its own style: there is no style sheet of ours where it is pasted.
    "no-inline-style": "off",
    // Titles of articles are their authors'; they stand first, so that what a list cuts off is ours.
    "long-title": "off",
  },
};
