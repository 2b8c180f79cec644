import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { accessChanges, isNoChange } from "@/components/collections/access-changes";
import { GroupId, OrganizationMemberId } from "@/lib/domain/ids";

const [ann, bob, cy] = [0, 1, 2].map(() => OrganizationMemberId.parse(randomUUID())) as [
  OrganizationMemberId,
  OrganizationMemberId,
  OrganizationMemberId,
];
const [finance, sales] = [0, 1].map(() => GroupId.parse(randomUUID())) as [GroupId, GroupId];
const nothing = { given: [], changed: [], taken: [], groups: [] };

test("only what changed is sent", () => {
  const members = [
    { memberId: ann, permission: "manage" },
    { memberId: bob, permission: "view" },
  ] as const;
  const before = { members, groups: [] };
  expect(
    accessChanges(before, { members: [members[0], { memberId: cy, permission: "edit" }], groups: [] }),
  ).toEqual({ ...nothing, given: [{ memberId: cy, permission: "edit" }], taken: [bob] });
  expect(
    accessChanges(before, { members: [members[0], { memberId: bob, permission: "edit" }], groups: [] }),
  ).toEqual({ ...nothing, changed: [{ memberId: bob, permission: "edit" }] });
  expect(isNoChange(accessChanges(before, before))).toBe(true);
});

test("what changes for groups says what it was", () => {
  const before = { members: [], groups: [{ groupId: finance, permission: "view" }] } as const;
  const after = { members: [], groups: [{ groupId: sales, permission: "edit" }] } as const;
  expect(accessChanges(before, after)).toEqual({
    ...nothing,
    groups: [
      { groupId: sales, from: null, to: "edit" },
      { groupId: finance, from: "view", to: null },
    ],
  });
  expect(isNoChange(accessChanges(before, before))).toBe(true);
  expect(isNoChange(accessChanges(before, after))).toBe(false);
});
