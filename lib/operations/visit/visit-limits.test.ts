import { desc, eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Tx } from "@/db/client";
import { clientVisits } from "@/db/schema/client-visits";
import { events } from "@/db/schema/events";
import { providerMembers } from "@/db/schema/provider-members";
import { providers } from "@/db/schema/providers";
import { sessions } from "@/db/schema/sessions";
import { jobActor } from "@/lib/domain/actor";
import { execute } from "@/lib/operations/command";
import { getOrganizationKey } from "@/lib/operations/key/get-organization-key";
import { getOrganizationFrame } from "@/lib/operations/organization/get-organization-frame";
import { inviteOrganizationMembers } from "@/lib/operations/organization/invite-members";
import { ask } from "@/lib/operations/query";
import { endStaleVisits } from "@/lib/operations/visit/end-stale-visits";
import { enterClient } from "@/lib/operations/visit/enter-client";
import { keepVisit } from "@/lib/operations/visit/keep-visit";
import { leaveClient } from "@/lib/operations/visit/leave-client";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import { anOrganizationWith, aProviderWithAdmin, aVisit } from "@/test/organization";
import { aPerson } from "@/test/people";

const minutes = (count: number) => new Date(Date.now() - count * 60_000);

/** A client, and a visit to it that began and was last used so many minutes ago. */
async function aVisitOf(tx: Tx, { began, used }: { began: number; used: number }) {
  const { providerId, admin } = await aProviderWithAdmin(tx);
  const { organizationId } = await anOrganizationWith(tx, { provider: { providerId } });
  await aVisit(tx, organizationId, providerId, admin);
  await tx.update(clientVisits).set({ startedAt: minutes(began), lastSeenAt: minutes(used) });
  return { providerId, admin, organizationId };
}

const visits = (tx: Tx) => tx.select().from(clientVisits).orderBy(desc(clientVisits.startedAt));
const leavings = async (tx: Tx) => {
  const log = await tx.select().from(events).orderBy(events.sequence);
  return log.filter(({ type }) => type === "client.left" || type === "organization.left_by_provider");
};
const near = (moment: Date | null | undefined, expected: Date) =>
  expect(Math.abs(Number(moment) - Number(expected))).toBeLessThan(30_000);

describe("a visit", () => {
  test.for([
    { began: 29, used: 29, serves: true },
    { began: 31, used: 31, serves: false },
    { began: 600, used: 29, serves: true },
    { began: 719, used: 0, serves: true },
    { began: 721, used: 0, serves: false },
  ])("begun $began and used $used minutes ago serves the client: $serves", async (row, { tx }) => {
    const { admin, organizationId } = await aVisitOf(tx, row);
    const answers = [
      ask(tx, getOrganizationKey, admin.actor, { organizationId }),
      ask(tx, getOrganizationFrame, admin.actor, { organizationId }),
    ];
    for (const answer of answers)
      if (row.serves) await answer;
      else await expect(answer).rejects.toMatchObject({ refusal: "client_not_entered" });
    const emails = ["one@cobalt.example"];
    const act = { organizationId, emails, role: "user" as const, collections: [] };
    if (row.serves) await execute(tx, inviteOrganizationMembers, admin.actor, act);
    else await expectRefused(tx, inviteOrganizationMembers, admin.actor, act, "client_not_entered");
  });

  test("is kept by use, and not once it has run out", async ({ tx }) => {
    const { admin, organizationId } = await aVisitOf(tx, { began: 50, used: 20 });
    await execute(tx, keepVisit, admin.actor, { organizationId });
    near((await visits(tx))[0]?.lastSeenAt, new Date());
    const usedLongAgo = minutes(31);
    await tx.update(clientVisits).set({ lastSeenAt: usedLongAgo });
    await execute(tx, keepVisit, admin.actor, { organizationId });
    near((await visits(tx))[0]?.lastSeenAt, usedLongAgo);
  });

  test("that ran out is ended by entering again, when it ran out, and another begins", async ({ tx }) => {
    const { admin, organizationId, providerId } = await aVisitOf(tx, { began: 100, used: 90 });
    await execute(tx, enterClient, admin.actor, { organizationId });
    const [fresh, old, ...more] = await visits(tx);
    expect(more).toEqual([]);
    expect(fresh?.endedAt).toBeNull();
    near(old?.endedAt, minutes(60));
    const left = await leavings(tx);
    expect(left.map(({ type }) => type).sort()).toEqual(["client.left", "organization.left_by_provider"]);
    for (const event of left) {
      near(event.at, minutes(60));
      expect(event).toMatchObject({
        providerId,
        userId: admin.userId,
        details: { visitor: admin.email },
      });
    }
    await ask(tx, getOrganizationKey, admin.actor, { organizationId });
  });

  test("can be left when it is over already", async ({ tx }) => {
    const { admin, organizationId, providerId } = await aVisitOf(tx, { began: 100, used: 90 });
    for (let time = 0; time < 2; time++)
      expect(await execute(tx, leaveClient, admin.actor, { organizationId })).toEqual({ providerId });
    expect((await leavings(tx)).length).toBe(2);
    near((await visits(tx))[0]?.endedAt, minutes(60));
  });
});

describe("the sweep", () => {
  test("ends what ran out, with its events, and nothing else", async ({ tx }) => {
    const { organizationId } = await aVisitOf(tx, { began: 45, used: 40 });
    const other = await aProviderWithAdmin(tx, "Another");
    const theirs = await anOrganizationWith(tx, { provider: other });
    await aVisit(tx, theirs.organizationId, other.providerId, other.admin);

    await execute(tx, endStaleVisits, jobActor(), {});
    const [mine] = await tx
      .select()
      .from(clientVisits)
      .where(eq(clientVisits.organizationId, organizationId));
    near(mine?.endedAt, minutes(10));
    const left = await leavings(tx);
    expect(left.map(({ actorKind }) => actorKind)).toEqual(["job", "job"]);
    for (const { at } of left) near(at, minutes(10));
    await ask(tx, getOrganizationKey, other.admin.actor, { organizationId: theirs.organizationId });

    await execute(tx, endStaleVisits, jobActor(), {});
    expect((await leavings(tx)).length).toBe(2);
  });

  test.for(["expiresAt", "endedAt"] as const)(
    "ends the visits of a session at its %s",
    async (which, { tx }) => {
      const { admin } = await aVisitOf(tx, { began: 20, used: 4 });
      await tx
        .update(sessions)
        .set({ [which]: minutes(3) })
        .where(eq(sessions.id, admin.actor.sessionId));
      await execute(tx, endStaleVisits, jobActor(), {});
      near((await visits(tx))[0]?.endedAt, minutes(3));
      expect((await leavings(tx)).length).toBe(2);
    },
  );

  test("ends them when the session is older than the provider allows, or its person's access is over", async ({
    tx,
  }) => {
    const { admin, organizationId } = await aVisitOf(tx, { began: 20, used: 1 });
    await tx.update(providers).set({ sessionHours: 1 });
    await tx.update(sessions).set({ createdAt: minutes(65) });
    await execute(tx, endStaleVisits, jobActor(), {});
    near((await visits(tx))[0]?.endedAt, minutes(5));

    await tx.update(clientVisits).set({ endedAt: null });
    await tx.update(sessions).set({ createdAt: minutes(30) });
    await tx.update(providerMembers).set({ accessEndsAt: minutes(7) });
    await execute(tx, keepVisit, admin.actor, { organizationId });
    near((await visits(tx))[0]?.lastSeenAt, minutes(1));
    await execute(tx, endStaleVisits, jobActor(), {});
    near((await visits(tx))[0]?.endedAt, minutes(7));
  });

  test("is not for people", async ({ tx }) => {
    const { actor } = await aPerson(tx, "Betty Warden");
    await expectRefused(tx, endStaleVisits, actor, {}, "not_found");
  });
});
