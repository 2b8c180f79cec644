import { eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { organizations } from "@/db/schema/organizations";
import { providers } from "@/db/schema/providers";
import { operatorActor } from "@/lib/domain/actor";
import type { OrganizationId } from "@/lib/domain/ids";
import { suspendProvider } from "@/lib/operations/admin/suspend-provider";
import { linkClient } from "@/lib/operations/client/link-client";
import { renameClient } from "@/lib/operations/client/rename-client";
import { execute } from "@/lib/operations/command";
import { inviteOrganizationMembers } from "@/lib/operations/organization/invite-members";
import { deleteProvider } from "@/lib/operations/provider/delete-provider";
import { issueToken } from "@/lib/operations/token/internal/issue-token";
import { openTestPostgres } from "@/test/database";
import { aMemberOf, anOrganizationWith, aVisit, keyOf } from "@/test/organization";
import { sealedText } from "@/test/people";
import { aClientOf, aProviderWith } from "@/test/provider";
import { deadlocksIn, race, report, roundsOf, violationsIn } from "@/test/racing";

const { db, url, drop } = await openTestPostgres();
afterAll(drop);

/** A provider, and an organization that its admin owns and can make a client of it. */
const world = () =>
  db.transaction(async (tx) => {
    const { providerId, brett } = await aProviderWith(tx, { brett: "provider_admin, confirmed" });
    const { organizationId } = await anOrganizationWith(tx, { seats: 20 });
    await aMemberOf(tx, organizationId, brett, { role: "owner" });
    const link = () =>
      execute(db, linkClient, brett.actor, {
        providerId,
        organizationId,
        organizationKeyId: keyOf(organizationId),
        organizationKeyForProvider: sealedText(5),
        shown: { plan: "teams_monthly", from: 0, to: 20, purchase: 0 },
      });
    return { providerId, brett, organizationId, link };
  });

test("an organization that is linked while the provider is suspended is suspended too, or is no client", async () => {
  const play = async () => {
    const { providerId, organizationId, link } = await world();
    const suspend = () => execute(db, suspendProvider, operatorActor(), { providerId, reason: "Overdue." });
    const outcomes = await race([link, suspend]);
    const [row] = await db.select().from(organizations).where(eq(organizations.id, organizationId));
    const told = `${outcomes.join()}: ${row?.providerId ? row.state : "no client"}`;
    return ["done,done: suspended", "done,provider_suspended: no client"].includes(told) ? null : told;
  };
  const violations = await violationsIn(roundsOf(40), play);
  expect(violations).toEqual([]);
  report(roundsOf(40), violations.length, 0);
});

test("a provider is not deleted while a client is linked", async () => {
  const play = async () => {
    const { providerId, brett, organizationId, link } = await world();
    const token = await db.transaction((tx) =>
      issueToken(
        tx,
        { purpose: "provider_deletion", email: brett.email, providerId, userId: brett.userId },
        new Date(),
      ),
    );
    const outcomes = await race([link, () => execute(db, deleteProvider, brett.actor, { token })]);
    const isThere = (await db.$count(providers, eq(providers.id, providerId))) > 0;
    const [row] = await db.select().from(organizations).where(eq(organizations.id, organizationId));
    const told = `${outcomes.join()}: ${isThere ? "there" : "gone"}, ${row?.providerId ? "client" : "no client"}`;
    const fair = ["clients_linked,done: there, client", "done,not_found: gone, no client"];
    return fair.includes(told) ? null : told;
  };
  const violations = await violationsIn(roundsOf(40), play);
  expect(violations).toEqual([]);
  report(roundsOf(40), violations.length, 0);
});

test("acts on clients and a suspension of their provider wait for each other in one order", async () => {
  const deadlocks = await deadlocksIn(url, async (own) => {
    for (let round = 0; round < roundsOf(16); round++) {
      const { providerId, brett, clients } = await own.transaction(async (tx) => {
        const provider = await aProviderWith(tx, { brett: "provider_admin, confirmed" });
        const made: OrganizationId[] = [];
        for (let nth = 0; nth < 8; nth++) made.push(await aClientOf(tx, provider.providerId));
        for (const id of made) await aVisit(tx, id, provider.providerId, provider.brett);
        return { ...provider, clients: made };
      });
      const suspend = () =>
        execute(own, suspendProvider, operatorActor(), { providerId, reason: "Overdue." });
      const acts = clients.map(
        (organizationId, nth) => () =>
          nth % 2 === 0
            ? execute(own, renameClient, brett.actor, { providerId, organizationId, name: `Client ${nth}` })
            : execute(own, inviteOrganizationMembers, brett.actor, {
                organizationId,
                emails: [`guest${nth}@client.example`],
                role: "user",
                collections: [],
              }),
      );
      await race([...acts.slice(0, 4), suspend, ...acts.slice(4)]);
    }
  });
  expect(deadlocks).toBe(0);
});
