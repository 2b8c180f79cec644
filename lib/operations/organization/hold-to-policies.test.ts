import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Tx } from "@/db/client";
import { organizations } from "@/db/schema/organizations";
import { providerMembers } from "@/db/schema/provider-members";
import { providerOrganizations } from "@/db/schema/provider-organizations";
import { jobActor } from "@/lib/domain/actor";
import { execute } from "@/lib/operations/command";
import { holdToPolicies } from "@/lib/operations/organization/hold-to-policies";
import { removeProviderMembers } from "@/lib/operations/provider/remove-members";
import { untrueCounts } from "@/test/counts";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import { eventsOf, mailsTo } from "@/test/mails";
import { aMemberOf, anOrganizationWith, rowOf, usedSeats } from "@/test/organization";
import { anEnterprise, aPolicy, withTwoStep } from "@/test/policies";
import { aProviderWith } from "@/test/provider";

/** Two of a team who are members of its client by places of their own: one without a second step, one with. */
async function world(tx: Tx) {
  const team = await aProviderWith(tx, {
    brett: "provider_admin, confirmed",
    betty: "service_user, confirmed",
    billy: "service_user, confirmed",
  });
  const { organizationId } = await anEnterprise(tx, { provider: team });
  await aPolicy(tx, organizationId, "two_step_login");
  await withTwoStep(tx, team.billy.userId);
  const memberId = await aMemberOf(tx, organizationId, team.betty);
  const compliantId = await aMemberOf(tx, organizationId, team.billy);
  return { ...team, organizationId, memberId, compliantId };
}
type World = Awaited<ReturnType<typeof world>>;

async function hold(tx: Tx) {
  let count = 0;
  for (let isMoreLikely = true; isMoreLikely; ) {
    const step = await execute(tx, holdToPolicies, jobActor(), {});
    count += step.count;
    isMoreLikely = step.isMoreLikely;
  }
  return count;
}

const ways: Record<string, (tx: Tx, world: World) => Promise<unknown>> = {
  "they are removed from the team": (tx, { providerId, brett, betty, billy }) =>
    execute(tx, removeProviderMembers, brett.actor, {
      providerId,
      memberIds: [betty.memberId, billy.memberId],
    }),
  "their access to it has ended": (tx) =>
    tx.update(providerMembers).set({ accessEndsAt: new Date(Date.now() - 1000) }),
  "the client has left the provider": async (tx, { organizationId }) => {
    await tx.delete(providerOrganizations).where(eq(providerOrganizations.organizationId, organizationId));
    await tx.update(organizations).set({ providerId: null, status: "created" });
  },
};

describe("the sweep", () => {
  test("leaves those free who work in the team", async ({ tx }) => {
    const { memberId } = await world(tx);
    expect(await hold(tx)).toBe(0);
    expect(await rowOf(tx, memberId)).toMatchObject({ status: "confirmed" });
  });

  test.for(Object.entries(ways))(
    "revokes who lacks what a policy wants once %s",
    async ([, happen], { tx }) => {
      const here = await world(tx);
      const { organizationId, memberId, compliantId, betty } = here;
      await happen(tx, here);
      const before = await usedSeats(tx, organizationId);
      expect(await hold(tx)).toBe(1);
      expect(await rowOf(tx, memberId)).toMatchObject({
        status: "revoked",
        revocationReason: "two_factor_policy",
      });
      expect(await rowOf(tx, compliantId)).toMatchObject({ status: "confirmed" });
      expect(await usedSeats(tx, organizationId)).toBe((before ?? 0) - 1);
      expect((await eventsOf(tx)).map(({ type }) => type)).toContain(
        "organization_member.revoked_for_two_step",
      );
      expect((await mailsTo(tx, betty.email)).map(({ kind }) => kind)).toContain("organization.revoked");
      expect(await untrueCounts(tx)).toEqual([]);
      expect(await hold(tx)).toBe(0);
    },
  );

  test("revokes who has another organization where that is not allowed", async ({ tx }) => {
    const { organizationId, compliantId, billy } = await world(tx);
    await aPolicy(tx, organizationId, "single_organization");
    const { organizationId: other } = await anOrganizationWith(tx);
    await aMemberOf(tx, other, billy);
    expect(await hold(tx)).toBe(0);
    await tx.update(providerMembers).set({ accessEndsAt: new Date(Date.now() - 1000) });
    expect(await hold(tx)).toBe(2);
    expect(await rowOf(tx, compliantId)).toMatchObject({ revocationReason: "single_organization_policy" });
  });

  test("is not for people", async ({ tx }) => {
    const { brett } = await world(tx);
    await expectRefused(tx, holdToPolicies, brett.actor, {}, "not_found");
  });
});
