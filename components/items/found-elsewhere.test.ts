import { expect, test } from "vitest";
import { foundElsewhere } from "@/components/items/found-elsewhere";

const item = (searched: string, isArchived = false, deletedAt: Date | null = null) => ({
  ...{ searched, deletedAt, type: "login" as const, organizationId: null, collectionIds: [] },
  marks: { isFavorite: false, isArchived, folderId: null },
});

const items = [
  item("router"),
  item("old router", true),
  item("older router", true, new Date(0)),
  item("oldest router", true, new Date(0)),
];

test("a search that finds nothing in a view says where it would find something", () => {
  expect(foundElsewhere(items, "router", { by: "favorite" })).toEqual([
    { by: "all", count: 1 },
    { by: "archive", count: 1 },
    { by: "trash", count: 2 },
  ]);
  expect(foundElsewhere(items, "old", { by: "all" })).toEqual([
    { by: "archive", count: 1 },
    { by: "trash", count: 2 },
  ]);
});

test("nothing is said of what is found nowhere, and of a view without a search", () => {
  expect(foundElsewhere(items, "firewall", { by: "all" })).toEqual([]);
  expect(foundElsewhere(items, "", { by: "favorite" })).toEqual([]);
});
