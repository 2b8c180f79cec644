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
  eventOfRevocation,
  mayRestoreMember,
  mayRevokeMember,
  revocationReasons,
  statusBefore,
} from "@/lib/domain/organization/revoking";

const said = (decision: Decision) => (decision.allowed ? "allowed" : decision.refusal);
const memberId = OrganizationMemberId.parse(randomUUID());
const common = {
  state: "enabled",
  switches: {
    adminsReachAll: true,
    creationIsLimited: true,
    collectionDeletionIsLimited: true,
    deletionNeedsManage: false,
  },
  features,
} as const;
const member = (role: OrganizationRole): OrganizationStanding => ({
  ...common,
  capacity: {
    as: "member",
    role,
    memberId,
    placeIsProviders: false,
    letInByProvider: false,
    isOfTeam: false,
  },
});
const provider: OrganizationStanding = {
  ...common,
  capacity: { as: "provider", access: "full", entered: "entered", providerState: "enabled" },
};
const both = [true, false];

const places = organizationRoles.flatMap((role) =>
  organizationMemberStatuses.flatMap((status) => both.map((isYou) => ({ role, status, isYou }))),
);

test.each(places)("revoking a $role who is $status (you: $isYou)", (place) => {
  const by = (standing: OrganizationStanding) => said(mayRevokeMember(standing, place));
  const expected = (touchesOwners: boolean) => {
    if (place.status === "revoked") return "already_revoked";
    if (place.isYou) return "cannot_revoke_yourself";
    return place.role === "owner" && !touchesOwners ? "only_owners_manage_owners" : "allowed";
  };
  expect(by(member("owner"))).toBe(expected(true));
  expect(by(provider)).toBe(expected(true));
  expect(by(member("admin"))).toBe(expected(false));
});

const returns = places.flatMap((place) =>
  both.flatMap((forProvider) =>
    both.flatMap((ofTeam) =>
      [0, 1].map((countingOwners) => ({ ...place, forProvider, ofTeam, countingOwners })),
    ),
  ),
);

test.each(returns)(
  "restoring a $role who is $status (you: $isYou, for the provider: $forProvider, of its team: $ofTeam, $countingOwners owners)",
  (place) => {
    const expected = (touchesOwners: boolean) => {
      if (place.status !== "revoked") return "not_revoked";
      if (place.isYou) return "cannot_restore_yourself";
      if (place.role === "owner" && !touchesOwners) return "only_owners_manage_owners";
      const isOwnTeam = place.forProvider && place.ofTeam;
      return isOwnTeam && place.countingOwners > 0 ? "restored_by_owner_only" : "allowed";
    };
    expect(said(mayRestoreMember(member("owner"), place))).toBe(expected(true));
    expect(said(mayRestoreMember(provider, place))).toBe(expected(true));
    expect(said(mayRestoreMember(member("admin"), place))).toBe(expected(false));
  },
);

test("a revoked place becomes again what it has kept", () => {
  expect(statusBefore({ userId: null, hasKey: false })).toBe("invited");
  expect(statusBefore({ userId: memberId, hasKey: false })).toBe("accepted");
  expect(statusBefore({ userId: memberId, hasKey: true })).toBe("confirmed");
});

test("each reason has its event", () => {
  expect(revocationReasons.map((reason) => eventOfRevocation[reason])).toEqual([
    "organization_member.revoked",
    "organization_member.revoked_for_two_step",
    "organization_member.revoked",
    "organization_member.revoked_for_single_organization",
  ]);
});
