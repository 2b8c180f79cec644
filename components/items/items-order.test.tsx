// @vitest-environment happy-dom
import { fireEvent, screen, within } from "@testing-library/react";
import { beforeEach, expect, test } from "vitest";
import type { ItemRow } from "@/components/items/item";
import { ItemsView } from "@/components/items/items-view";
import { emptyLists } from "@/lib/vault/item";
import { show } from "@/test/components";

const row = (name: string, owner: string | null): ItemRow => ({
  id: name,
  sealed: { type: "secure_note", reprompt: "none" } as ItemRow["sealed"],
  ...{ revisedAt: new Date(0), deletedAt: null, collectionIds: [] },
  organizationId: owner,
  may: { edit: true, delete: true, reveal: true, assign: true },
  marks: { isFavorite: false, isArchived: false, folderId: null },
  keptIn: { owner, color: "red", collections: [] },
  content: { type: "secure_note", name, notes: null, ...emptyLists, data: {} } as ItemRow["content"],
  damage: [],
  searched: null,
});

// As they come: in the order of their names.
const items = [row("Alarm", "Évry"), row("Bank", null), row("Cellar", "Zett"), row("Door", "Évry")];

const names = () =>
  [...document.body.querySelectorAll("tbody tr")].flatMap((line) => {
    const opener = line.querySelector("td[class] button:not([aria-haspopup])");
    return opener?.textContent ?? [];
  });
const sortBy = (column: string) => fireEvent.click(screen.getByRole("button", { name: column }));
const sorted = (column: string) =>
  screen.getByRole("columnheader", { name: column }).getAttribute("aria-sort");

beforeEach(() => {
  show(<ItemsView label="Items" items={items} actions={{} as never} />);
});

test("items come by name, and turn round when their heading is pressed", () => {
  expect(names()).toEqual(["Alarm", "Bank", "Cellar", "Door"]);
  expect(sorted("Name")).toBe("ascending");
  sortBy("Name");
  expect(names()).toEqual(["Door", "Cellar", "Bank", "Alarm"]);
  expect(sorted("Name")).toBe("descending");
});

test("by owner, the items of each stay in the order of their names", () => {
  sortBy("Owner");
  expect(names()).toEqual(["Alarm", "Door", "Bank", "Cellar"]);
  expect([sorted("Owner"), sorted("Name")]).toEqual(["ascending", null]);
  sortBy("Owner");
  expect(names()).toEqual(["Cellar", "Bank", "Door", "Alarm"]);
});

test("what is selected stays selected in another order, and all of it is selected by one press", () => {
  fireEvent.click(screen.getByRole("checkbox", { name: "Select Bank" }));
  sortBy("Owner");
  expect(screen.getByRole<HTMLInputElement>("checkbox", { name: "Select Bank" }).checked).toBe(true);
  const bar = screen.getByRole("region", { name: "Selected items" });
  fireEvent.click(within(bar).getByRole("button", { name: "Select all 4" }));
  expect(within(bar).getByRole("status").textContent).toBe("4 selected");
});
