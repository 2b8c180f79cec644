import { describe, expect, test } from "vitest";
import { maySetOwnPlan } from "@/lib/domain/organization/creating";
import type { OrganizationStanding } from "@/lib/domain/organization/member";
import { isProbablyTheTeams, mayDeleteClient, mayLeaveProvider, mayLink, mayUnlink } from "./linking";

const good = {
  hasProvider: false,
  isSuspended: false,
  confirmsAutomatically: false,
  seats: 20,
  plan: { minimum: 75, assigned: 62 },
};

describe("an organization", () => {
  test.each([
    [{}, null],
    [{ hasProvider: true }, "organization_has_provider"],
    [{ isSuspended: true }, "organization_suspended"],
    [{ confirmsAutomatically: true }, "automatic_confirmation_is_on"],
    [{ plan: null }, "plan_not_offered"],
  ] as const)("that is %j can be linked unless it says %s", (odd, refusal) => {
    const decision = mayLink(true, { ...good, ...odd });
    expect(decision.allowed ? null : decision.refusal).toBe(refusal);
  });

  test("that needs seats to be purchased is linked by those who may purchase", () => {
    expect(mayLink(false, { ...good, seats: 13 }).allowed).toBe(true);
    expect(mayLink(false, good)).toMatchObject({ refusal: "seats_need_purchase" });
  });
});

test("a client is unlinked while somebody owns it", () => {
  expect(mayUnlink(0)).toMatchObject({ refusal: "no_own_owner" });
  expect(mayUnlink(1).allowed).toBe(true);
});

test("a client is deleted while nobody of its own has had its key", () => {
  expect(mayDeleteClient(true)).toMatchObject({ refusal: "client_has_had_members" });
  expect(mayDeleteClient(false).allowed).toBe(true);
});

test("people of the provider do not leave it for the client", () => {
  const standing = (placeIsProviders: boolean) =>
    ({
      state: "enabled",
      features: [],
      capacity: {
        as: "member",
        role: "owner",
        memberId: "m",
        permissions: [],
        placeIsProviders,
        letInByProvider: false,
        isOfTeam: false,
      },
    }) as unknown as NonNullable<OrganizationStanding>;
  expect(mayLeaveProvider(standing(false), false).allowed).toBe(true);
  expect(mayLeaveProvider(standing(true), false)).toMatchObject({ refusal: "approved_by_own_owners" });
  expect(mayLeaveProvider(standing(false), true)).toMatchObject({ refusal: "approved_by_own_owners" });
});

test("an organization with more than half of a team is probably the team's own", () => {
  expect(isProbablyTheTeams(2, 4)).toBe(false);
  expect(isProbablyTheTeams(3, 4)).toBe(true);
  expect(isProbablyTheTeams(0, 1)).toBe(false);
  expect(isProbablyTheTeams(1, 1)).toBe(true);
});

test("plan and seats are the owners' where there is no provider", () => {
  expect(maySetOwnPlan({ hasProvider: false, used: 3 }, 3).allowed).toBe(true);
  expect(maySetOwnPlan({ hasProvider: false, used: 3 }, 2)).toMatchObject({ refusal: "seats_below_used" });
  expect(maySetOwnPlan({ hasProvider: true, used: 3 }, 3)).toMatchObject({ refusal: "seats_of_provider" });
});
