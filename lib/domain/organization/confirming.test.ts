import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { OrganizationMemberId } from "@/lib/domain/ids";
import { type Confirming, mayConfirmPerson, type ToConfirm } from "@/lib/domain/organization/confirming";
import type { OrganizationRole, OrganizationStanding } from "@/lib/domain/organization/member";
import { features } from "@/lib/domain/organization/plans";

const member = (role: OrganizationRole): OrganizationStanding => ({
  state: "enabled",
  switches: {
    adminsReachAll: true,
    creationIsLimited: true,
    collectionDeletionIsLimited: true,
    deletionNeedsManage: false,
  },
  features,
  capacity: {
    as: "member",
    role,
    memberId: OrganizationMemberId.parse(randomUUID()),
    placeIsProviders: false,
    letInByProvider: false,
    isOfTeam: false,
  },
});

const confirming: Confirming = {
  forProvider: false,
  confirmedMembers: 1,
  confirmedOwners: 1,
  countingOwners: 1,
};
const waiting: ToConfirm = {
  role: "user",
  status: "accepted",
  ofTeam: false,
  approval: "none",
  isYou: false,
};

type Case = [string, OrganizationRole, Partial<ToConfirm>, Partial<Confirming>, string];
test.each<Case>([
  ["somebody who has accepted", "admin", {}, {}, "yes"],
  ["somebody, as a plain member", "user", {}, {}, "not_found"],
  ["somebody who has not accepted", "admin", { status: "invited" }, {}, "member_not_accepted"],
  ["an owner, as an admin", "admin", { role: "owner" }, {}, "only_owners_manage_owners"],
  ["an owner, as an owner", "owner", { role: "owner" }, {}, "yes"],
  ["oneself", "admin", { isYou: true }, {}, "cannot_confirm_yourself"],
  [
    "the provider's own people, for it",
    "admin",
    { ofTeam: true },
    { forProvider: true },
    "owner_approval_needed",
  ],
  [
    "the provider's own people, for it, where no owner counts",
    "admin",
    { ofTeam: true },
    { forProvider: true, countingOwners: 0 },
    "no_owner_to_approve",
  ],
])("confirming %s", (_whom, role, person, others, word) => {
  const decision = mayConfirmPerson(member(role), { ...confirming, ...others }, { ...waiting, ...person });
  expect(decision.allowed ? "yes" : decision.refusal).toBe(word);
});
