import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { accessChanges, isNoChange } from "@/components/collections/access-changes";
import { OrganizationMemberId } from "@/lib/domain/ids";

const [ann, bob, cy] = [0, 1, 2].map(() => OrganizationMemberId.parse(randomUUID())) as [
  OrganizationMemberId,
  OrganizationMemberId,
  OrganizationMemberId,
];

test("only what changed is sent", () => {
  const before = [
    { memberId: ann, permission: "manage" },
    { memberId: bob, permission: "view" },
  ] as const;
  expect(accessChanges(before, [before[0], { memberId: cy, permission: "edit" }])).toEqual({
    given: [{ memberId: cy, permission: "edit" }],
    changed: [],
    taken: [bob],
  });
  expect(accessChanges(before, [before[0], { memberId: bob, permission: "edit" }])).toEqual({
    given: [],
    changed: [{ memberId: bob, permission: "edit" }],
    taken: [],
  });
  expect(isNoChange(accessChanges(before, before))).toBe(true);
});
