import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const files = ["app", "components"]
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => join(folder, name)),
  )
  .filter((path) => path.endsWith(".tsx"))
  .map((path) => ({ path, text: readFileSync(path, "utf8") }));

const holding = (pattern: RegExp) => files.filter(({ text }) => pattern.test(text)).map(({ path }) => path);

test("what floats over a page is one of three, and each closes in the one way", () => {
  const own = ["components/ui/confirm-dialog.tsx", "components/ui/dialog.tsx", "components/ui/drawer.tsx"];
  // The side bar of a phone holds links only.
  const floating = holding(/@base-ui\/react\/(alert-)?dialog"/).sort();
  expect(floating).toEqual(["components/shell/sidebar-drawer.tsx", ...own]);
  expect(holding(/\buseClosing\(/).sort()).toEqual(["components/ui/closing.tsx", ...own]);
});

test("no form has a way out of its own: *Cancel* asks what Esc asks", () => {
  expect(holding(/\("cancel"\)/).sort()).toEqual([
    "components/ui/confirm-dialog.tsx",
    "components/ui/dialog.tsx",
  ]);
});

test("a page makes room for a drawer by the style sheet alone", () => {
  expect(holding(/lg:pe-/)).toEqual([]);
});

test("nobody is asked by the browser's own boxes where ours can ask", () => {
  expect(holding(/\bwindow\.(confirm|alert|prompt)\(/)).toEqual([]);
});
