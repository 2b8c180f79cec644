import { expect, test } from "vitest";
import type { Decision } from "@/lib/domain/decision";
import { OrganizationMemberId } from "@/lib/domain/ids";
import type { OrganizationRole, OrganizationStanding } from "@/lib/domain/organization/member";
import { features } from "@/lib/domain/organization/plans";
import {
  type Asked,
  mayApproveRecovery,
  mayAskRecovery,
  mayRecoverNow,
  mayTakeBackRecovery,
  recoversForProvider,
} from "@/lib/domain/recovery/asked";

const now = new Date("2026-11-26T12:00:00Z");
const [before, after] = [new Date(Number(now) - 1), new Date(Number(now) + 1)];
const said = (decision: Decision) => (decision.allowed ? "yes" : decision.refusal);
const asked = (more: Partial<NonNullable<Asked>> = {}): Asked => ({
  isApproved: false,
  forProvider: false,
  readyAt: before,
  isYours: false,
  ...more,
});
const atOnce = { forProvider: false, isYou: false, waitHours: 0 };
const waiting = { ...atOnce, waitHours: 24 };
const provider = { ...atOnce, forProvider: true };

const place = (
  capacity: NonNullable<OrganizationStanding>["capacity"],
): NonNullable<OrganizationStanding> => ({
  state: "enabled",
  switches: {
    adminsReachAll: true,
    deletionNeedsManage: false,
    creationIsLimited: false,
    collectionDeletionIsLimited: false,
  },
  features,
  capacity,
});
const memberId = OrganizationMemberId.parse("8f14e45f-ceea-467f-9f0b-3f2a7d1c5b6e");
const member = (role: OrganizationRole) =>
  place({ as: "member", role, memberId, placeIsProviders: false, letInByProvider: false, isOfTeam: false });
const placedOwner = place({
  as: "member",
  role: "owner",
  memberId,
  placeIsProviders: true,
  letInByProvider: false,
  isOfTeam: false,
});
const letInOwner = place({
  as: "member",
  role: "owner",
  memberId,
  placeIsProviders: false,
  letInByProvider: true,
  isOfTeam: false,
});
const visitor = place({ as: "provider", access: "full", entered: "entered", providerState: "enabled" });

test("a recovery is asked for once, of somebody else, and only where it has to wait for something", () => {
  expect(said(mayAskRecovery(null, atOnce))).toBe("recovery_needs_no_asking");
  for (const recoverer of [waiting, provider]) {
    expect(said(mayAskRecovery(null, recoverer))).toBe("yes");
    expect(said(mayAskRecovery(null, { ...recoverer, isYou: true }))).toBe("cannot_recover_yourself");
    for (const isApproved of [true, false])
      expect(said(mayAskRecovery(asked({ isApproved }), recoverer))).toBe("recovery_asked_already");
  }
});

test("an owner approves once what the provider has asked for", () => {
  const ofProvider = asked({ forProvider: true });
  expect(said(mayApproveRecovery(member("owner"), ofProvider))).toBe("yes");
  for (const standing of [member("admin"), member("custom"), member("user"), visitor])
    expect(said(mayApproveRecovery(standing, ofProvider))).toBe("only_owners_answer");
  expect(said(mayApproveRecovery(member("owner"), null))).toBe("not_found");
  expect(said(mayApproveRecovery(null, ofProvider))).toBe("not_found");
  expect(said(mayApproveRecovery(member("owner"), asked()))).toBe("recovery_needs_no_approval");
  expect(said(mayApproveRecovery(letInOwner, ofProvider))).toBe("approver_of_provider");
  const approved = asked({ forProvider: true, isApproved: true });
  expect(said(mayApproveRecovery(member("owner"), approved))).toBe("recovery_approved_already");
});

/** Who asked, whether the owner's place is the provider's, whether their account is of its team, and what is said. */
test.each([
  [false, false, false, "yes"],
  [false, false, true, "approver_of_provider"],
  [false, true, false, "approver_of_provider"],
  [false, true, true, "approver_of_provider"],
  [true, false, false, "recovery_asked_by_you"],
  [true, false, true, "recovery_asked_by_you"],
  [true, true, false, "recovery_asked_by_you"],
  [true, true, true, "recovery_asked_by_you"],
] as const)(
  "an owner who asked: %s, in a provider's place: %s, of its team: %s",
  (isYours, placed, team, expected) => {
    const standing = place({
      ...{ as: "member", role: "owner", memberId },
      ...{ placeIsProviders: placed, letInByProvider: false, isOfTeam: team },
    });
    expect(said(mayApproveRecovery(standing, asked({ forProvider: true, isYours })))).toBe(expected);
  },
);

test("whoever is of the provider's team recovers for it, as a member too", () => {
  for (const standing of [visitor, placedOwner, letInOwner]) expect(recoversForProvider(standing)).toBe(true);
  for (const isOfTeam of [true, false])
    for (const role of ["owner", "admin", "custom"] as const)
      expect(
        recoversForProvider(
          place({ as: "member", role, memberId, placeIsProviders: false, letInByProvider: false, isOfTeam }),
        ),
      ).toBe(isOfTeam);
});

test("the member, whoever asked and an owner take a recovery back", () => {
  const others = asked();
  expect(said(mayTakeBackRecovery(member("owner"), others, false))).toBe("yes");
  expect(said(mayTakeBackRecovery(member("user"), others, true))).toBe("yes");
  expect(said(mayTakeBackRecovery(letInOwner, others, false))).toBe("yes");
  for (const standing of [member("admin"), visitor]) {
    expect(said(mayTakeBackRecovery(standing, asked({ isYours: true }), false))).toBe("yes");
    expect(said(mayTakeBackRecovery(standing, others, false))).toBe("not_found");
  }
  expect(said(mayTakeBackRecovery(member("owner"), null, true))).toBe("not_found");
});

test("a recovery waits for approval and for its time, and is nobody's own", () => {
  const may = (of: Asked, recoverer: typeof atOnce) => said(mayRecoverNow(of, { ...recoverer, now }));
  expect(may(null, atOnce)).toBe("yes");
  expect(may(null, { ...atOnce, isYou: true })).toBe("cannot_recover_yourself");
  expect(may(null, provider)).toBe("recovery_not_asked");
  const ofYours = { forProvider: true, isYours: true };
  expect(may(asked(ofYours), provider)).toBe("recovery_not_approved");
  expect(may(asked({ ...ofYours, isApproved: true }), provider)).toBe("yes");
  expect(may(asked({ forProvider: true, isApproved: true }), provider)).toBe("recovery_asked_by_another");
  expect(may(null, waiting)).toBe("recovery_not_asked");
  expect(may(asked({ readyAt: after }), waiting)).toBe("recovery_waits");
  expect(may(asked(), waiting)).toBe("yes");
});
