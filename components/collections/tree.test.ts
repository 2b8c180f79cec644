import { expect, test } from "vitest";
import { compareNames, treeOf } from "@/components/collections/tree";

const shown = (names: (string | null)[]) =>
  treeOf(names, (name) => name).map(({ label, depth }) => `${">".repeat(depth)}${label}`);

test("a collection stands under the one whose name it continues, and all are in one order", () => {
  expect(shown(["Kunden/A/Ä", "Kunden 10", "Kunden 2", "Kunden", "Kunden/A", "Kunden/B"])).toEqual([
    "Kunden",
    ">A",
    ">>Ä",
    ">B",
    "Kunden 2",
    "Kunden 10",
  ]);
});

test("a child without its parent is found under its full rest", () => {
  expect(shown(["Kunden/A/Ä", "Ops/🔑"])).toEqual(["Kunden/A/Ä", "Ops/🔑"]);
  expect(shown(["Kunden", "Kunden/A/Ä"])).toEqual(["Kunden", ">A/Ä"]);
});

test("empty parts, slashes at an end and other spellings are kept as they are", () => {
  const names = ["/leading", "trailing/", "trailing", "a//b", "a", " / ", "A / B", "A\\B", "A"];
  const rows = treeOf(names, (name) => name);
  expect(new Set(rows.map(({ name }) => name))).toEqual(new Set(names));
  const labels = new Map(rows.map(({ name, label, depth }) => [name, `${depth} ${label}`]));
  expect(labels.get("/leading")).toBe("0 /leading");
  expect(labels.get("trailing/")).toBe("0 trailing/");
  expect(labels.get("a//b")).toBe("1 /b");
  expect(labels.get(" / ")).toBe("0  / ");
  // The space belongs to the name, so this is no child of "A".
  expect(labels.get("A / B")).toBe("0 A / B");
  expect(labels.get("A\\B")).toBe("0 A\\B");
});

test("two of one name are not merged, and a child of either keeps its full name", () => {
  expect(shown(["Shared", "Shared", "Shared/IT"])).toEqual(["Shared", "Shared", "Shared/IT"]);
});

test("what lies very deep keeps its full name, and what cannot be opened comes last", () => {
  const deep = Array.from({ length: 40 }, (_, depth) =>
    Array(depth + 1)
      .fill("x")
      .join("/"),
  );
  const rows = treeOf([null, ...deep], (name) => name);
  expect(rows).toHaveLength(41);
  expect(rows[39]).toMatchObject({ label: deep[39], depth: 6 });
  expect(rows[40]).toMatchObject({ label: null, depth: 0 });
});

test("the order is one, whatever the order of arrival", () => {
  const names = Array.from({ length: 200 }, (_, index) => `Site ${index % 40}/${(index * 7) % 50}`);
  const sorted = [...names].sort(compareNames);
  for (const arrival of [[...names].reverse(), [...names.slice(90), ...names.slice(0, 90)]])
    expect(treeOf(arrival, (name) => name).map(({ name }) => name)).toEqual(sorted);
});
