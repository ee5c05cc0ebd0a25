// The output of the embed builder: complete, escaped, and in readable colors. Run by `cargo xtask test`.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

// As a data address it is a module in every version of Node.
const source = await readFile(new URL("../src/browser/snippet.js", import.meta.url), "utf8");
const { accented, contrast, readable, snippet } = await import(
  `data:text/javascript,${encodeURIComponent(source)}`
);

const sheet = await readFile(new URL("../styles/colors.css", import.meta.url), "utf8");
const [, light, dark] = /--surface: light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/.exec(sheet);
const surfaces = { light, dark };

const choice = {
  framework: "small",
  title: "A small one",
  invitation: "Find your level in 1 minute",
  mode: "element",
  theme: "auto",
  accent: "",
  persist: true,
  headingLevel: "2",
  grow: true,
};
const write = (changes, site = "https://example.org/a/b/") =>
  snippet({ ...choice, ...changes }, site);

test("the link invites to what the framework can say", () => {
  for (const mode of ["element", "image", "markdown"]) {
    const text = write({ mode, invitation: "See where you lean in 3 minutes" });
    assert.match(text, /See where you lean in 3 minutes/, mode);
  }
});

test("an element holds a picture with a link, and its script follows", () => {
  const text = write({});
  assert.match(
    text,
    /^<next-rung framework="small" theme="auto" heading-level="2" reveal="auto" persist>\n/,
  );
  assert.match(
    text,
    /<a href="https:\/\/example\.org\/a\/b\/f\/small\/"><img src="https:\/\/example\.org\/a\/b\/f\/small\/card\.png" /,
  );
  assert.match(
    text,
    /\n<\/next-rung>\n<script type="module" src="https:\/\/example\.org\/a\/b\/embed\/v1\.js" data-cfasync="false" data-no-optimize="1" data-no-defer="1"><\/script>$/,
    "plugins that rewrite scripts are asked to leave it alone",
  );
});

test("what is not chosen is not written", () => {
  assert.doesNotMatch(write({ persist: false }), /persist|<next-rung[^>]*style/);
  assert.doesNotMatch(write({ mode: "iframe", grow: false }), /script/);
});

test("a frame is asked for its theme, and has that scheme itself", () => {
  assert.match(
    write({ mode: "iframe", theme: "dark" }),
    /\?embed=1&amp;theme=dark".*style="[^"]*color-scheme:dark"/,
  );
  assert.doesNotMatch(write({ mode: "iframe" }), /color-scheme/);
});

test("a title stays a text in every way of writing it", () => {
  const title = `"><script>alert(1)</script> & [x](y) *`;
  for (const mode of ["element", "iframe", "image"]) {
    const text = write({ mode, title });
    assert.ok(
      text.includes("&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; [x](y) *"),
      text,
    );
    assert.ok(!text.includes("<script>alert"), text);
  }
  assert.ok(
    write({ mode: "markdown", title }).includes(
      String.raw`\<script\>alert(1)\</script\> \& \[x\](y) \*`,
    ),
  );
});

test("Markdown keeps the HTML in one piece: no empty line, no tag that opens on one line and ends on another", () => {
  for (const mode of ["element", "iframe", "image"]) {
    for (const line of write({ mode }).split("\n")) assert.match(line.trim(), /^<.*[>]$/);
  }
});

test("a site with parentheses in its address does not end a Markdown link early", () => {
  assert.doesNotMatch(write({ mode: "markdown" }, "https://example.org/a(b)/"), /a\(b\)/);
});

test("every accent can be read once its shade may change, and so can the letters on it", () => {
  const steps = [0, 51, 102, 153, 204, 255].map((value) => value.toString(16).padStart(2, "0"));
  for (const red of steps)
    for (const green of steps)
      for (const blue of steps) {
        for (const theme of ["light", "dark"]) {
          const { style } = accented(`#${red}${green}${blue}`, theme, true, surfaces);
          const [accent, letters] = style.match(/#[0-9a-f]{6}/g);
          assert.ok(contrast(accent, surfaces[theme]) >= readable, style);
          assert.ok(contrast(accent, letters) >= readable, style);
        }
      }
});

test("a color that reads well stays as it is, one that does not is named", () => {
  assert.deepEqual(accented("#a8421c", "light", true, surfaces), {
    style: "--nr-accent:#a8421c;--nr-on-accent:#ffffff",
    note: "On light pages it reads well.",
  });
  assert.match(
    accented("#f2c94c", "auto", false, surfaces).note,
    /^On light pages it is hard to read: its contrast is 1\.4 to 1/,
  );
  assert.match(
    accented("#f2c94c", "auto", true, surfaces).style,
    /^--nr-accent:light-dark\(#[0-9a-f]{6},#f2c94c\);/,
  );
});
