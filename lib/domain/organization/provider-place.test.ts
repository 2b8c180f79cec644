import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Decision } from "@/lib/domain/decision";
import { OrganizationMemberId } from "@/lib/domain/ids";
import {
  type OrganizationRole,
  type OrganizationStanding,
  organizationMemberStatuses,
  organizationRoles,
} from "@/lib/domain/organization/member";
import { features } from "@/lib/domain/organization/plans";
import {
  type Approval,
  actsForProvider,
  approvalOf,
  isLetInByProvider,
  mayAnswerProvider,
  mayBeAnswered,
  mayBeSentAgain,
  mayLetIn,
  mayRaise,
  onInviting,
} from "@/lib/domain/organization/provider-place";

const said = (decision: Decision) => (decision.allowed ? "allowed" : decision.refusal);
const memberId = OrganizationMemberId.parse(randomUUID());
const switches = {
  adminsReachAll: true,
  deletionNeedsManage: false,
  creationIsLimited: true,
  collectionDeletionIsLimited: true,
};
const member = (role: OrganizationRole, placeIsProviders = false): NonNullable<OrganizationStanding> => ({
  state: "enabled",
  switches,
  features,
  capacity: { as: "member", role, memberId, placeIsProviders },
});
const provider: NonNullable<OrganizationStanding> = {
  state: "enabled",
  switches,
  features,
  capacity: { as: "provider", access: "full", entered: "entered", providerState: "enabled" },
};

const both = [true, false];
const approvals: Approval[] = ["given", "named_at_creation", "asked", "none"];
const everyone = both.flatMap((forProvider) =>
  both.flatMap((ofTeam) => [0, 1].map((confirmedOwners) => ({ forProvider, ofTeam, confirmedOwners }))),
);

test.each(everyone)("inviting: $forProvider, $ofTeam, $confirmedOwners owners", (standing) => {
  const { forProvider, ofTeam, confirmedOwners } = standing;
  const isOwnTeam = forProvider && ofTeam;
  expect(onInviting(standing)).toBe(isOwnTeam ? (confirmedOwners ? "ask" : "nobody_to_ask") : "send");
});

test.each(everyone.flatMap((row) => approvals.map((approval) => ({ ...row, approval }))))(
  "letting in: $forProvider, $ofTeam, $confirmedOwners owners, $approval",
  (standing) => {
    const isOwnTeam = standing.forProvider && standing.ofTeam;
    const expected = !isOwnTeam
      ? "allowed"
      : {
          given: "allowed",
          named_at_creation: standing.confirmedOwners ? "owner_approval_needed" : "allowed",
          asked: standing.confirmedOwners ? "owner_approval_needed" : "no_owner_to_approve",
          none: standing.confirmedOwners ? "owner_approval_needed" : "no_owner_to_approve",
        }[standing.approval];
    expect(said(mayLetIn(standing))).toBe(expected);
  },
);

const raises = ["user>custom", "user>admin", "user>owner", "custom>admin", "custom>owner", "admin>owner"];

test.each(organizationRoles.flatMap((from) => organizationRoles.map((to) => ({ from, to }))))(
  "from $from to $to",
  ({ from, to }) => {
    const isRaise = raises.includes(`${from}>${to}`);
    const ofTeam = said(mayRaise({ forProvider: true, ofTeam: true, from, to }));
    expect(ofTeam).toBe(isRaise ? "raised_by_owner_only" : "allowed");
    expect(said(mayRaise({ forProvider: false, ofTeam: true, from, to }))).toBe("allowed");
    expect(said(mayRaise({ forProvider: true, ofTeam: false, from, to }))).toBe("allowed");
  },
);

test.each([
  [provider, true],
  [member("owner", true), false],
  [member("owner"), false],
  [member("admin", true), true],
  [member("admin"), false],
  [member("user", true), true],
])("who acts for the provider: %j", (standing, expected) => expect(actsForProvider(standing)).toBe(expected));

test("owners answer, as members", () => {
  expect(said(mayAnswerProvider(member("owner")))).toBe("allowed");
  for (const standing of [member("admin"), member("user"), provider, null])
    expect(said(mayAnswerProvider(standing))).toBe("only_owners_answer");
});

test.each(
  approvals.flatMap((approval) =>
    both.flatMap((ofTeam) => organizationMemberStatuses.map((status) => ({ approval, ofTeam, status }))),
  ),
)("can be answered: $approval, $ofTeam, $status", (target) => {
  const isOpen = ["invited", "accepted"].includes(target.status);
  const waits = target.approval === "asked" || (target.ofTeam && target.approval !== "given");
  expect(said(mayBeAnswered(target))).toBe(isOpen && waits ? "allowed" : "nothing_to_approve");
});

test.each(approvals)("can be sent again: %s", (approval) => {
  expect(said(mayBeSentAgain(approval))).toBe(approval === "asked" ? "awaiting_approval" : "allowed");
});

test("what a row keeps", () => {
  const at = new Date();
  const nothing = { askedAt: null, approvedAt: null, approvedBy: null };
  expect(approvalOf(nothing)).toBe("none");
  expect(approvalOf({ ...nothing, askedAt: at })).toBe("asked");
  expect(approvalOf({ ...nothing, approvedAt: at })).toBe("named_at_creation");
  expect(approvalOf({ askedAt: at, approvedAt: at, approvedBy: "somebody" })).toBe("given");
});

test("whoever the provider's side confirms or raises is let in by it, but for a client's first owner", () => {
  for (const role of ["owner", "admin", "custom", "user"] as const)
    for (const owners of [0, 1]) {
      expect(isLetInByProvider(false, role, owners)).toBe(false);
      expect(isLetInByProvider(true, role, owners)).toBe(role !== "owner" || owners > 0);
    }
});
