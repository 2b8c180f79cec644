import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { ClientState } from "@/lib/domain/blueprint/client-state";
import { compare, isSame } from "@/lib/domain/blueprint/compare";
import { BlueprintContent, blueprintLimits } from "@/lib/domain/blueprint/content";
import { contentOf, mayBeBlueprint } from "@/lib/domain/blueprint/from-client";
import { partsOf, sizeOf } from "@/lib/domain/blueprint/parts";
import { allow, refuse } from "@/lib/domain/decision";
import { CollectionId, GroupId } from "@/lib/domain/ids";

const switches = {
  limitCollectionCreation: true,
  limitCollectionDeletion: false,
  limitItemDeletion: false,
  allowAdminAccessToAllCollectionItems: true,
};

const empty: ClientState = {
  collections: [],
  groups: [],
  cells: [],
  switches,
  policies: [],
  includes: { groups: true, policies: true },
};

const collection = (name: string | null, mayManage = true) => ({
  id: CollectionId.parse(randomUUID()),
  name,
  mayManage,
});
const group = (name: string) => ({ id: GroupId.parse(randomUUID()), name });

function filled(): ClientState {
  const [networks, sites] = [collection("Networks"), collection("Networks/Sites")];
  const sales = group("Sales");
  return {
    ...empty,
    collections: [networks, sites],
    groups: [sales],
    cells: [{ groupId: sales.id, collectionId: sites.id, permission: "edit" }],
    policies: [
      { type: "vault_timeout", enabled: true, data: { type: "custom", minutes: 15, action: null } },
      { type: "two_step_login", enabled: false, data: null },
      { type: "single_organization", enabled: true, data: null },
      { type: "account_recovery", enabled: true, data: { autoEnrollEnabled: true } },
    ],
  };
}

test("what is saved of a client is a blueprint's contents, and the client differs in nothing from it", () => {
  const client = filled();
  const content = BlueprintContent.parse(JSON.parse(JSON.stringify(contentOf(client))));
  expect(content).toMatchObject({
    collections: ["Networks", "Networks/Sites"],
    groups: ["Sales"],
    cells: [{ group: 0, collection: 1, permission: "edit" }],
  });
  expect(content.policies.map(({ type }) => type)).not.toContain("two_step_login");
  const differences = compare(content, client);
  expect(isSame(differences)).toBe(true);
  expect(differences).toMatchObject({ sameCells: 1, samePolicies: 3 });
});

test("a name is one, accents and case aside, and what does not open is left out", () => {
  const content = contentOf({
    ...empty,
    collections: [collection("Élan"), collection("elan"), collection(null)],
    groups: [group("IT"), group("it")],
  });
  expect(content).toMatchObject({ collections: ["Élan"], groups: ["IT"] });
  const client = { ...empty, collections: [collection(null), collection("ELAN")], groups: [group("It")] };
  expect(isSame(compare(content, client))).toBe(true);
});

test("what is missing is made, what differs is changed, and what else there is stays", () => {
  const content = contentOf(filled());
  const [sites, mine] = [collection("networks/sites"), collection("Mine")];
  const [sales, others] = [group("sales"), group("Others")];
  const cells = [
    { groupId: sales.id, collectionId: sites.id, permission: "view" as const },
    { groupId: others.id, collectionId: mine.id, permission: "manage" as const },
  ];
  const client: ClientState = {
    ...empty,
    collections: [mine, sites],
    groups: [others, sales],
    cells,
    switches: { ...switches, limitItemDeletion: true },
    // As a database writes it: names in another order.
    policies: [
      { type: "vault_timeout", enabled: true, data: { action: null, type: "custom", minutes: 30 } },
      { type: "two_step_login", enabled: true, data: null },
    ],
  };
  const differences = compare(content, client);
  expect(differences).toMatchObject({
    collections: [
      { name: "Networks", id: null },
      { name: "Networks/Sites", id: sites.id },
    ],
    groups: [{ name: "Sales", id: sales.id }],
    cells: [{ group: 0, collection: 1, from: "view", to: "edit" }],
    switches: ["limitItemDeletion"],
  });
  // The policy that others need stands before them.
  expect(differences.policies.map(({ type, change }) => `${type} ${change}`)).toEqual([
    "single_organization on",
    "account_recovery on",
    "vault_timeout settings",
  ]);
});

test("settings are the same in whatever order the database keeps them", () => {
  const content = contentOf(filled());
  const policies = [
    { type: "vault_timeout", enabled: true, data: { minutes: 15, action: null, type: "custom" } } as const,
  ];
  expect(compare(content, { ...filled(), policies }).samePolicies).toBe(1);
});

test("a permission in a collection that one may not manage is held back", () => {
  const content = contentOf(filled());
  const client = { ...filled(), collections: [collection("Networks"), collection("Networks/Sites", false)] };
  expect(compare(content, client)).toMatchObject({ cells: [], heldCells: 1 });
});

test("what the plan lacks is left out, and said", () => {
  const content = contentOf(filled());
  const client = { ...empty, includes: { groups: false, policies: false } };
  const differences = compare(content, client);
  expect(differences).toMatchObject({
    groups: [],
    cells: [],
    policies: [],
    lacking: { groups: 1, policies: 3 },
  });
});

test("too much for one blueprint is named", () => {
  const [count, maximum] = [blueprintLimits.collections + 1, blueprintLimits.collections];
  const collections = Array.from({ length: count }, (_, index) => collection(`Collection ${index}`));
  const tooMany = refuse("blueprint_too_large", { what: "collections", count, maximum });
  expect(mayBeBlueprint(contentOf({ ...empty, collections }))).toEqual(tooMany);
  const atMost = { ...empty, collections: collections.slice(1) };
  for (const client of [atMost, filled()]) expect(mayBeBlueprint(contentOf(client))).toEqual(allow);
});

test.each([
  ["a place that is not there", { cells: [{ group: 0, collection: 9, permission: "view" }] }],
  ["settings of another policy", { policies: [{ type: "vault_timeout", data: { minutes: 5 } }] }],
  ["another version", { version: 2 }],
])("contents with %s are not taken", (_what, wrong) => {
  expect(BlueprintContent.safeParse({ ...contentOf(filled()), ...wrong }).success).toBe(false);
});

test("parts hold each thing once, what is needed first, and there is always a last one", () => {
  const collections = Array.from({ length: 60 }, (_, index) => collection(`Collection ${index}`));
  const groups = [group("Sales"), group("IT")];
  const cells = groups.flatMap(({ id: groupId }) =>
    collections.map(({ id: collectionId }) => ({ groupId, collectionId, permission: "view" as const })),
  );
  const content = contentOf({ ...empty, collections, groups, cells });
  const off = { ...switches, limitCollectionCreation: false };
  const parts = partsOf(compare(content, { ...empty, switches: off }));
  const summary = parts.map((part) => [part.collections.length, part.groups.length, part.cells.length]);
  expect(summary).toEqual([
    [25, 0, 0],
    [25, 0, 0],
    [10, 0, 0],
    [0, 2, 0],
    [0, 0, 120],
  ]);
  expect(parts.map((part) => part.switches)).toEqual([false, false, false, false, true]);
  expect(new Set(parts.flatMap((part) => part.collections)).size).toBe(60);
  expect(parts.reduce((sum, part) => sum + sizeOf(part), 0)).toBe(182);
  expect(partsOf(compare(contentOf(empty), empty))).toHaveLength(1);
});
