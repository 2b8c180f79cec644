import { expect, test } from "vitest";
import type { PlannedPolicy } from "@/components/blueprints/policy-plan";
import type { Shown } from "@/components/blueprints/run-apply";
import { asksNobody, makesSomething, resultOf } from "@/components/blueprints/unasked";
import type { Differences } from "@/lib/domain/blueprint/compare";
import { CollectionId } from "@/lib/domain/ids";
import { firstSwitches } from "@/lib/domain/organization/inputs";

const same: Differences = {
  collections: [],
  groups: [],
  cells: [],
  sameCells: 0,
  heldCells: 0,
  switches: [],
  policies: [],
  samePolicies: 0,
  lacking: { groups: 0, policies: 0 },
};
const id = CollectionId.parse("00000000-0000-4000-8000-000000000001");

const preview = {
  mark: "shown",
  settings: null,
  isOn: false,
  blocked: null,
  needing: [],
  bound: 3,
  free: { byRole: 1, ofTeam: 0 },
  collections: 0,
  revoked: 0,
  names: [],
};
const policy = (more: Partial<typeof preview> = {}, change: "on" | "settings" = "on"): PlannedPolicy => ({
  type: "two_step_login",
  data: null,
  change,
  preview: { ...preview, ...more },
  refused: null,
});
const blocked: PlannedPolicy = {
  type: "single_organization",
  data: null,
  change: "on",
  preview: null,
  refused: { code: "policy_forbids_providers_people" },
};

type Client = Partial<Shown["client"]["state"]>;

function shown(
  differences: Partial<Differences>,
  policies: PlannedPolicy[] = [],
  client: Client = {},
): Shown {
  const state = {
    collections: [],
    groups: [],
    cells: [],
    switches: firstSwitches,
    policies: [],
    includes: { groups: true, policies: true },
    ...client,
  };
  return {
    // What is compared, and not what it was compared from, is looked at.
    content: {} as Shown["content"],
    client: { state, name: "Fjord Logistics", keyId: "k", mark: "m" },
    differences: { ...same, ...differences },
    policies,
  };
}

test.each<[string, Shown, boolean]>([
  ["nothing differs", shown({}), true],
  ["collections and groups are missing", shown({ collections: [{ name: "Networks", id: null }] }), true],
  ["a permission is missing", shown({ cells: [{ group: 0, collection: 0, from: null, to: "edit" }] }), true],
  [
    "a permission is another",
    shown({ cells: [{ group: 0, collection: 0, from: "view", to: "edit" }] }),
    false,
  ],
  ["a switch stands as in a new organization", shown({ switches: ["limitItemDeletion"] }), true],
  [
    "a switch was set",
    shown({ switches: ["limitItemDeletion"] }, [], {
      switches: { ...firstSwitches, limitItemDeletion: true },
    }),
    false,
  ],
  ["a policy is turned on that concerns nobody", shown({}, [policy()]), true],
  ["a policy would revoke somebody", shown({}, [policy({ revoked: 1 })]), false],
  ["a policy would have collections made", shown({}, [policy({ collections: 2 })]), false],
  ["settings of a policy are others", shown({}, [policy({}, "settings")]), false],
  ["a policy is blocked, and left out", shown({}, [blocked]), true],
  ["a name does not open", shown({}, [], { collections: [{ id, name: null, mayManage: true }] }), false],
])("where %s, a person is asked or not: %#", (_what, given, expected) => {
  expect(asksNobody(given)).toBe(expected);
});

test("what is made is counted, and what is left out beside it", () => {
  const result = resultOf(
    shown(
      {
        collections: [
          { name: "Networks", id: null },
          { name: "Sites", id },
        ],
        cells: [{ group: 0, collection: 0, from: null, to: "edit" }],
        heldCells: 2,
        lacking: { groups: 3, policies: 1 },
      },
      [policy(), blocked],
    ),
  );
  expect(result).toEqual({
    collections: 1,
    groups: 0,
    permissions: 1,
    switches: 0,
    policies: 1,
    lacking: 4,
    leftOut: 3,
  });
  expect(makesSomething(result)).toBe(true);
  expect(makesSomething(resultOf(shown({ heldCells: 1 }, [blocked])))).toBe(false);
});
