import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Decision } from "@/lib/domain/decision";
import { OrganizationMemberId } from "@/lib/domain/ids";
import {
  type OrganizationRole,
  type OrganizationStanding,
  organizationMemberStatuses,
  organizationRoles,
  providerAccesses,
} from "@/lib/domain/organization/member";
import { features } from "@/lib/domain/organization/plans";
import {
  type Approval,
  actsForProvider,
  approvalOf,
  isRecordedAsProviders,
  mayAnswerProvider,
  mayBeAnswered,
  mayBeSentAgain,
  mayGiveToProvider,
  mayLetIn,
  mayRaise,
  mayRefuseProvider,
  mayStillBeApproved,
  namesOwner,
  onInviting,
} from "@/lib/domain/organization/provider-place";
import { isOnProvidersSide } from "@/lib/domain/organization/providers-side";

const said = (decision: Decision) => (decision.allowed ? "allowed" : decision.refusal);
const memberId = OrganizationMemberId.parse(randomUUID());
const switches = {
  adminsReachAll: true,
  deletionNeedsManage: false,
  creationIsLimited: true,
  collectionDeletionIsLimited: true,
};
type Side = { placeIsProviders?: boolean; letInByProvider?: boolean; isOfTeam?: boolean };
const member = (role: OrganizationRole, side: Side = {}): NonNullable<OrganizationStanding> => ({
  state: "enabled",
  switches,
  features,
  capacity: {
    as: "member",
    role,
    memberId,
    placeIsProviders: false,
    letInByProvider: false,
    isOfTeam: false,
    ...side,
  },
});
/** Each way of being on the provider's side as a member. */
const sides: Side[] = [{ placeIsProviders: true }, { letInByProvider: true }, { isOfTeam: true }];
const provider: NonNullable<OrganizationStanding> = {
  state: "enabled",
  switches,
  features,
  capacity: { as: "provider", access: "full", entered: "entered", providerState: "enabled" },
};

const both = [true, false];
const approvals: Approval[] = ["given", "named_at_creation", "asked", "none"];
const everyone = both.flatMap((forProvider) =>
  both.flatMap((ofTeam) => [0, 1].map((countingOwners) => ({ forProvider, ofTeam, countingOwners }))),
);

test.each(everyone)("inviting: $forProvider, $ofTeam, $countingOwners owners", (standing) => {
  const { forProvider, ofTeam, countingOwners } = standing;
  const isOwnTeam = forProvider && ofTeam;
  expect(onInviting(standing)).toBe(isOwnTeam ? (countingOwners ? "ask" : "nobody_to_ask") : "send");
});

test.each(everyone.flatMap((row) => approvals.map((approval) => ({ ...row, approval }))))(
  "letting in: $forProvider, $ofTeam, $countingOwners owners, $approval",
  (standing) => {
    const isOwnTeam = standing.forProvider && standing.ofTeam;
    const expected = !isOwnTeam
      ? "allowed"
      : {
          given: "allowed",
          named_at_creation: standing.countingOwners ? "owner_approval_needed" : "allowed",
          asked: standing.countingOwners ? "owner_approval_needed" : "no_owner_to_approve",
          none: standing.countingOwners ? "owner_approval_needed" : "no_owner_to_approve",
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
  [provider, true, true],
  [member("owner"), false, false],
  [member("admin"), false, false],
  [member("owner", { placeIsProviders: true }), false, true],
  [member("owner", { letInByProvider: true }), false, true],
  [member("owner", { isOfTeam: true }), false, true],
  [member("admin", { placeIsProviders: true }), true, true],
  [member("admin", { letInByProvider: true }), false, true],
  [member("user", { placeIsProviders: true }), true, true],
])("who acts for the provider: %j", (standing, whileNobodyCounts, whileSomebodyCounts) => {
  expect(actsForProvider(standing, 0)).toBe(whileNobodyCounts);
  expect(actsForProvider(standing, 1)).toBe(whileSomebodyCounts);
});

test("owners refuse what the provider asks, as members; owners of whom nobody is the provider's answer it", () => {
  expect(said(mayRefuseProvider(member("owner")))).toBe("allowed");
  expect(said(mayAnswerProvider(member("owner")))).toBe("allowed");
  for (const side of sides) {
    expect(said(mayRefuseProvider(member("owner", side)))).toBe("allowed");
    expect(said(mayAnswerProvider(member("owner", side)))).toBe("approver_of_provider");
  }
  for (const standing of [member("admin"), member("user"), provider, null])
    for (const may of [mayRefuseProvider, mayAnswerProvider])
      expect(said(may(standing))).toBe("only_owners_answer");
});

test("who is on the provider's side", () => {
  expect(isOnProvidersSide(provider)).toBe(true);
  for (const role of organizationRoles) {
    expect(isOnProvidersSide(member(role))).toBe(false);
    for (const side of sides) expect(isOnProvidersSide(member(role, side))).toBe(true);
  }
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

test("is approved for somebody of the team alone", () => {
  expect(said(mayStillBeApproved(true))).toBe("allowed");
  expect(said(mayStillBeApproved(false))).toBe("not_of_team_any_more");
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

test("the provider names one owner, until one has answered", () => {
  for (const role of organizationRoles)
    for (const hasNamed of both)
      for (const hasAnswered of both)
        expect(namesOwner(role, { hasNamed, hasAnswered })).toBe(
          role === "owner" && !hasNamed && !hasAnswered,
        );
});

test("nobody acting for the provider opens to its own people what the client keeps from it", () => {
  for (const access of providerAccesses)
    for (const forProvider of both)
      for (const reachesProvider of both) {
        const isKept = access !== "full" && forProvider && reachesProvider;
        expect(said(mayGiveToProvider({ access, forProvider, reachesProvider }))).toBe(
          isKept ? "items_kept_from_provider" : "allowed",
        );
      }
});

test("whose acts stand in both logs as the provider's", () => {
  expect(isRecordedAsProviders(provider)).toBe(true);
  expect(isRecordedAsProviders(member("owner"))).toBe(false);
  expect(sides.map((side) => isRecordedAsProviders(member("owner", side)))).toEqual([true, false, false]);
});
