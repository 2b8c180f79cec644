// @vitest-environment happy-dom
import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import type { CollectionActions } from "@/components/collections/collection-actions";
import { CollectionsTable } from "@/components/collections/collections-table";
import { CollectionId } from "@/lib/domain/ids";
import type { ListedCollections } from "@/lib/operations/collection/list-collections";
import { show } from "@/test/components";

const id = CollectionId.parse("7b0c2b0e-6d6c-4a5e-9f35-0b1f6e1d8a01");
const facts = {
  members: 1,
  groups: { names: ["Élan", "Finance", "IT"], count: 5 },
  items: 0,
  permission: "manage",
  mayManage: true,
  mayDelete: true,
} as const;
const list = { collections: [{ id, ...facts }], unassigned: 2, next: null } as unknown as ListedCollections;
const actions = {} as CollectionActions;

test("a list of collections says whose permission it shows, and what lies in none is not in a bin", () => {
  show(
    <CollectionsTable
      organizationId={id}
      list={list}
      opensItems
      names={new Map([[id, "Socials"]])}
      search=""
      actions={actions}
    />,
  );
  expect(screen.getByRole("columnheader", { name: "Your permission" })).toBeDefined();
  const [, unassigned, socials] = screen.getAllByRole("row");
  expect(unassigned?.innerHTML).toContain("lucide-inbox");
  expect(unassigned?.innerHTML).not.toContain("lucide-trash");
  expect(within(socials as HTMLElement).getByText("Your permission")).toBeDefined();
});

test("where a client keeps its items from its provider, its collections lead nowhere", () => {
  show(
    <CollectionsTable
      organizationId={id}
      list={list}
      opensItems={false}
      names={new Map([[id, "Socials"]])}
      search=""
      actions={actions}
    />,
  );
  expect(screen.queryByRole("link")).toBeNull();
});

test("of a long list only the rows in sight are in the page", () => {
  const many = Array.from({ length: 349 }, (_, index) => ({ id: `${id} ${index}`, ...facts }));
  show(
    <CollectionsTable
      organizationId={id}
      list={{ collections: many, unassigned: null, next: null } as unknown as ListedCollections}
      opensItems
      names={new Map(many.map(({ id: one }, index) => [one, `Collection ${index}`]))}
      search=""
      actions={actions}
    />,
  );
  const rows = screen.getAllByRole("row").length;
  expect(rows).toBeGreaterThan(10);
  expect(rows).toBeLessThan(100);
});
