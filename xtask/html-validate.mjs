// The rules that `cargo xtask test` applies to every page, ours and those of tests/pages.
export default {
  extends: ["html-validate:recommended"],
  rules: {
    // A matter of taste; lowercase is just as valid.
    "doctype-style": ["error", { style: "lowercase" }],
    // A snippet needs inline styles: our style sheet does not exist on the page where it is pasted.
    "no-inline-style": "off",
    // The form of an assessment is never sent: its buttons act by themselves.
    "wcag/h32": "off",
    // Authors choose the titles of articles. They come first, so that a list that cuts off the end cuts off our part.
    "long-title": "off",
  },
};
