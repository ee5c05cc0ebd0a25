// Installs the pinned tools from npm into `.tools/npm`, where they are missing or of another version. For `cargo xtask` and for
// Trunk's hook alike.

import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "../../.tools/npm");
const wanted = readFileSync(join(import.meta.dirname, "package-lock.json"), "utf8");
// Written last, so that an interrupted installation is done again.
const done = join(folder, "installed-lock.json");

if (!existsSync(done) || readFileSync(done, "utf8") !== wanted) {
  console.error("==> Installing the tools from npm into .tools/");
  mkdirSync(folder, { recursive: true });
  for (const file of ["package.json", "package-lock.json"]) {
    copyFileSync(join(import.meta.dirname, file), join(folder, file));
  }
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const options = ["--no-audit", "--no-fund", "--loglevel=error"];
  execFileSync(npm, ["ci", ...options], { cwd: folder, stdio: ["ignore", 2, 2] });
  writeFileSync(done, wanted);
}
