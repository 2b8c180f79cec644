import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const sources = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return path.endsWith(".tsx") ? [path] : [];
  });

/** How many entries each menu has that is written where it stands. */
const menusIn = (text: string) =>
  [...text.matchAll(/<(?:Row)?Menu\b[\s\S]*?entries=\{([\s\S]*?)\n\s*(?:\}\n\s*)?\/>/g)].flatMap(
    ([, entries = ""]) => (entries.includes("[") ? [entries.split(/\blabel:/).length - 1] : []),
  );

test("a menu has two entries or more: one is a button", () => {
  const menus = ["app", "components"]
    .flatMap(sources)
    .flatMap((path) => menusIn(readFileSync(path, "utf8")).map((count) => ({ path, count })));
  expect(menus.filter(({ count }) => count > 1).length).toBeGreaterThan(0);
  expect(menus.filter(({ count }) => count === 1)).toEqual([]);
});

test("a menu of one is seen", () => {
  expect(menusIn('<RowMenu\n  label="x"\n  entries={[\n    { label: "one", onSelect },\n  ]}\n/>')).toEqual([
    1,
  ]);
  expect(menusIn('<Menu\n  entries={\n    isOpen ? [{ label: "one", onSelect }] : []\n  }\n/>')).toEqual([1]);
});
