import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { memberAccessRows } from "@/components/people/member-access-rows";
import { CollectionId, OrganizationMemberId } from "@/lib/domain/ids";
import type { MemberReach } from "@/lib/operations/organization/report-member-access";
import type { ReachedCollection } from "@/lib/operations/organization/report-member-collections";
import { sealedText } from "@/test/people";

const words = {
  role: (role: string) => `role ${role}`,
  permission: (permission: string) => `may ${permission}`,
  byName: "by name",
  everything: "everything",
};
const [one, other] = [CollectionId.parse(randomUUID()), CollectionId.parse(randomUUID())];
const member: MemberReach = {
  id: OrganizationMemberId.parse(randomUUID()),
  userId: null,
  name: "Billy Warden",
  email: "billy.warden@provider.example",
  role: "user",
  groups: ["Finance", "Support"],
  reachesAll: false,
  collections: 2,
  items: 3,
};
const collections: ReachedCollection[] = [
  { collectionId: one, name: sealedText(), permission: "edit", through: [], items: 2 },
  { collectionId: other, name: sealedText(), permission: "view", through: ["Finance", "Support"], items: 1 },
];
const who = ["Billy Warden", "billy.warden@provider.example", "role user", "Finance; Support"];

test("each collection has a line, with its name where it could be opened", () => {
  expect(memberAccessRows(member, collections, new Map([[one, "Taxes"]]), words)).toEqual([
    [...who, "Taxes", "may edit", "by name", 2],
    [...who, other, "may view", "Finance; Support", 1],
  ]);
});

test("whoever has everything, or nothing, has a line that says so", () => {
  expect(memberAccessRows(member, [], new Map(), words)).toEqual([[...who, "", "", "", 0]]);
  expect(memberAccessRows({ ...member, reachesAll: true, items: 9 }, [], new Map(), words)).toEqual([
    [...who, "everything", "", "", 9],
  ]);
});
