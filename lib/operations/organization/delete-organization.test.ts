import { desc, eq } from "drizzle-orm";
import { expect } from "vitest";
import type { Tx } from "@/db/client";
import { ciphers } from "@/db/schema/ciphers";
import { events } from "@/db/schema/events";
import { organizations } from "@/db/schema/organizations";
import { providerPlans } from "@/db/schema/provider-plans";
import { seatLedger } from "@/db/schema/seat-ledger";
import { sessions } from "@/db/schema/sessions";
import { execute } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { deleteOrganization } from "@/lib/operations/organization/delete-organization";
import { enterClient } from "@/lib/operations/visit/enter-client";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import { queuedMails } from "@/test/mails";
import { wholeVault } from "@/test/my-vault";
import { aCollection, aConfirmed, anItem } from "@/test/organization";
import { aClientOf, aProviderWith } from "@/test/provider";

async function aClient(tx: Tx) {
  const { providerId, brett } = await aProviderWith(tx, { brett: "provider_admin, confirmed" });
  const organizationId = await aClientOf(tx, providerId, { seats: 10, used: 3 });
  const owner = await aConfirmed(tx, organizationId, "owner", "Maya Lindqvist");
  const admin = await aConfirmed(tx, organizationId, "admin", "Ravi Menon");
  const user = await aConfirmed(tx, organizationId, "user", "Claire Dubois");
  await anItem(tx, organizationId, [await aCollection(tx, organizationId, { [user.memberId]: "view" })]);
  const target = { organizationId };
  return { providerId, organizationId, brett, owner, admin, user, target };
}

const proveAll = (tx: Tx) => tx.update(sessions).set({ provenAt: new Date() });

test("an owner deletes it for good: nothing of it is left, the seats come back, and both logs say so", async ({
  tx,
}) => {
  const { providerId, brett, owner, user, target } = await aClient(tx);
  await execute(tx, enterClient, brett.actor, target);
  expect((await wholeVault(tx, user.actor)).items).toHaveLength(1);
  await proveAll(tx);
  await execute(tx, deleteOrganization, owner.actor, target);

  expect(await tx.$count(organizations)).toBe(0);
  expect(await tx.$count(ciphers)).toBe(0);
  expect((await wholeVault(tx, user.actor)).items).toEqual([]);
  const [teams] = await tx
    .select({ allocated: providerPlans.allocatedSeats, clients: providerPlans.clients })
    .from(providerPlans)
    .where(eq(providerPlans.plan, "teams_monthly"));
  expect(teams).toEqual({ allocated: 0, clients: 0 });
  expect(await tx.select().from(seatLedger).orderBy(desc(seatLedger.id)).limit(1)).toMatchObject([
    { reason: "client_deleted", seatsBefore: 10, seatsAfter: 0, actorId: owner.userId },
  ]);
  const log = await tx.select({ type: events.type, log: events.log }).from(events).orderBy(events.sequence);
  expect(log).toEqual(
    expect.arrayContaining([
      { type: "organization.deleted", log: target.organizationId },
      { type: "client.deleted", log: providerId },
      { type: "client.left", log: providerId },
    ]),
  );
  expect(await queuedMails(tx)).toEqual([
    { kind: "organization.deleted", recipient: owner.email },
    { kind: "organization.deleted", recipient: brett.email },
  ]);
});

test("nobody else can, and an owner only with a fresh proof", async ({ tx }) => {
  const { brett, owner, admin, user, target } = await aClient(tx);
  await execute(tx, enterClient, brett.actor, target);
  await expectRefused(tx, deleteOrganization, owner.actor, target, "proof_needed");
  await proveAll(tx);
  for (const { actor } of [admin, user, brett])
    await expect(execute(tx, deleteOrganization, actor, target)).rejects.toThrow(NotFound);
  expect(await tx.$count(organizations)).toBe(1);
});
