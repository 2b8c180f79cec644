import { expect, test } from "vitest";
import { destinationsOf, firstPlaces, isPlaced, ownPlaces, placesAgain } from "@/components/import/placing";
import { placesIn } from "@/components/import/run-import";
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
  expect([...ownPlaces(folders, [{ id: "work", name: "work" }])]).toEqual([
    ["Work", "work"],
    ["Home/Bank", "new"],
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

test("what was begun goes where it went, also into what it has made, and otherwise where its names say", () => {
  const first = firstPlaces(folders, collections, true);
  const importId = crypto.randomUUID();
  const begun = (chosen: ReadonlyMap<string, string>) => ({
    importId,
    into: [...placesIn(importId, destinationsOf(chosen, "Imported")).values()].map(({ id }) => id),
  });
  const chosen = new Map(first).set("Work", "default").set("", "new");
  const again = placesAgain(first, begun(chosen), collections, "Imported");
  expect([...again]).toEqual([...chosen]);
  const made = begun(chosen).into[2] ?? "";
  const later = [...collections, { id: made, name: "Imported" }];
  expect(placesAgain(first, begun(chosen), later, "Imported").get("")).toBe(made);
  expect(placesAgain(first, begun(new Map(first).set("Work", "gone")), collections, "Imported")).toBe(first);
});
