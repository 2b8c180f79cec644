import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { Decision } from "@/lib/domain/decision";
import { OrganizationMemberId } from "@/lib/domain/ids";
import {
  mayConfirmMember,
  mayManageOrganization,
  mayManageRole,
  mayStopBeingOwner,
  mayTakeSeats,
  type OrganizationRole,
  type OrganizationStanding,
  organizationMemberStatuses,
  usedSeats,
} from "@/lib/domain/organization/member";

const memberId = OrganizationMemberId.parse(randomUUID());
const member = (
  role: OrganizationRole,
  state: "enabled" | "suspended" = "enabled",
): OrganizationStanding => ({
  state,
  capacity: { as: "member", role, memberId },
});
const inside: OrganizationStanding = {
  state: "enabled",
  capacity: { as: "provider", access: "full", entered: "entered" },
};
const outside: OrganizationStanding = {
  state: "enabled",
  capacity: { as: "provider", access: "full", entered: "outside" },
};
const said = (decision: Decision) => (decision.allowed ? "allowed" : decision.refusal);

test.each<[string, OrganizationStanding, string]>([
  ["nobody", null, "not_found"],
  ["owner", member("owner"), "allowed"],
  ["admin", member("admin"), "allowed"],
  ["user", member("user"), "not_found"],
  ["owner of a suspended one", member("owner", "suspended"), "organization_suspended"],
  ["provider inside", inside, "allowed"],
  ["provider outside", outside, "client_not_entered"],
])("managing as %s: %s", (_who, standing, expected) =>
  expect(said(mayManageOrganization(standing))).toBe(expected),
);

describe("confirming", () => {
  const accepted = { role: "user", status: "accepted" } as const;
  test.each([
    ["the first by the provider", mayConfirmMember(inside, { ...accepted, role: "owner" }, 0), "allowed"],
    ["the first by a member", mayConfirmMember(member("owner"), accepted, 0), "owner_confirmed_by_provider"],
    [
      "an owner by an admin",
      mayConfirmMember(member("admin"), { ...accepted, role: "owner" }, 1),
      "only_owners_manage_owners",
    ],
    ["a user by an admin", mayConfirmMember(member("admin"), accepted, 1), "allowed"],
    [
      "somebody invited",
      mayConfirmMember(inside, { role: "user", status: "invited" }, 1),
      "member_not_accepted",
    ],
    ["twice", mayConfirmMember(inside, { role: "user", status: "confirmed" }, 1), "member_already_confirmed"],
  ])("%s", (_what, decision, expected) => expect(said(decision)).toBe(expected));
});

test("only owners and the provider touch owners", () => {
  expect(said(mayManageRole(member("admin"), "owner"))).toBe("only_owners_manage_owners");
  for (const standing of [member("owner"), inside])
    expect(said(mayManageRole(standing, "owner"))).toBe("allowed");
});

test("the last confirmed owner stays", () => {
  const owner = { role: "owner", status: "confirmed" } as const;
  expect(said(mayStopBeingOwner(owner, 1))).toBe("last_owner");
  expect(said(mayStopBeingOwner(owner, 2))).toBe("allowed");
  expect(said(mayStopBeingOwner({ role: "owner", status: "invited" }, 1))).toBe("allowed");
});

test("invited, accepted and confirmed members take seats", () => {
  expect(usedSeats([...organizationMemberStatuses])).toBe(3);
  expect(said(mayTakeSeats(10, 9, 1))).toBe("allowed");
  expect(mayTakeSeats(10, 9, 2)).toMatchObject({ values: { seats: 10, used: 9, remaining: 1 } });
});
