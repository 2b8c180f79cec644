import { expect, test } from "vitest";
import { destinationsOf, firstPlaces, isPlaced, ownFoldersOf } from "@/components/import/placing";
import { sealedLength } from "@/lib/domain/sealed";

const folders = [
  { path: "Work", items: 2 },
  { path: "Home/Bank", items: 1 },
  { path: "", items: 3 },
];
const collections = [
  { id: "default", name: "Default" },
  { id: "work", name: "work" },
];

test("a folder goes to the collection of its name, or to a new one where some can be made", () => {
  expect([...firstPlaces(folders, collections, true)]).toEqual([
    ["Work", "work"],
    ["Home/Bank", "new"],
    ["", "default"],
  ]);
  const chosen = firstPlaces(folders, collections, false);
  expect(chosen.get("Home/Bank")).toBe("");
  expect(isPlaced(folders, chosen)).toBe(false);
  expect(isPlaced(folders, new Map(chosen).set("Home/Bank", "work"))).toBe(true);
});

test("a new collection is called like its folder, and is not too long", () => {
  const placed = new Map([
    ["d/".repeat(80), "new"],
    ["", "new"],
  ]);
  const [long, none] = destinationsOf(placed, "Imported").values();
  expect(long).toEqual({ newName: "d/".repeat(50) });
  expect(none).toEqual({ newName: "Imported" });
});

test("in one's own vault a folder comes into the one of its name, or a new one, and what is in none stays there", () => {
  expect([...ownFoldersOf(folders, [{ id: "work", name: "work" }])]).toEqual([
    ["Work", { id: "work" }],
    ["Home/Bank", { newName: "Home/Bank" }],
  ]);
});

test("a name of any length becomes one that can be kept, sealed", () => {
  const letters = Array.from({ length: 100 }, () => `e${"\u0301".repeat(50)}`).join("");
  for (const path of ["n".repeat(100_000), letters, "👨‍👩‍👧‍👦".repeat(200)]) {
    const [made] = destinationsOf(new Map([[path, "new"]]), "Imported").values();
    const name = made && "newName" in made ? made.newName : "";
    expect(name).not.toBe("");
    expect(sealedLength(new TextEncoder().encode(name).length)).toBeLessThanOrEqual(1000);
  }
});
