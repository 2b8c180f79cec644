import { eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { organizationMembers } from "@/db/schema/organization-members";
import { users } from "@/db/schema/users";
import { selectedAtOnce } from "@/lib/domain/selection";
import { execute } from "@/lib/operations/command";
import { confirmOrganizationMembers } from "@/lib/operations/organization/confirm-members";
import { getOrganizationMembersToConfirm } from "@/lib/operations/organization/get-members-to-confirm";
import { ask } from "@/lib/operations/query";
import { sealOrganizationKeyFor } from "@/lib/vault/seal-organization-key";
import { addAccounts, judgeConfirming, timed } from "@/scripts/bench/confirming";
import { openMeasured } from "@/test/buffers";
import { aConfirmed, anOrganizationWith, keyOf } from "@/test/organization";
import { aClientKey, aProviderKey, somebody } from "@/test/vault";

/** Somebody whose keys are real, and a thousand people who have accepted, all with one more real key. */
async function aWaitingCrowd(db: Database) {
  const { vault } = await somebody("brett@provider.example");
  const { keys } = await somebody("betty@provider.example");
  const { organizationId, owner } = await db.transaction(async (tx) => {
    const made = await anOrganizationWith(tx, { seats: 2000 });
    return { ...made, owner: await aConfirmed(tx, made.organizationId, "owner", "Owner") };
  });
  await aClientKey(vault, "provider", organizationId, await aProviderKey(vault, "provider"));
  await addAccounts(db, "client.example", keys.publicKey);
  await db.execute(sql`insert into organization_members (organization_id, user_id, role, status, accepted_at)
    select ${organizationId}, id, 'user', 'accepted', now() from users where email ~ '^[0-9]+@client'`);
  await db.execute(sql`update organizations set used_seats = 1001 where id = ${organizationId}`);
  return { vault, organizationId, owner };
}

export async function measureConfirm() {
  const { db, close } = await openMeasured();
  const { vault, organizationId, owner } = await aWaitingCrowd(db);
  const waiting = await db
    .select({ id: organizationMembers.id, userId: users.id, publicKey: users.publicKey })
    .from(organizationMembers)
    .innerJoin(users, eq(users.id, organizationMembers.userId))
    .where(eq(organizationMembers.status, "accepted"));

  const floor = await timed(async () => {
    const sealed: string[] = [];
    for (const { userId, publicKey } of waiting)
      sealed.push(
        await sealOrganizationKeyFor(vault, organizationId, { userId, publicKey, knownPublicKey: null }),
      );
    await db
      .transaction(async (tx) => {
        await tx.execute(sql`update organization_members set status = 'confirmed', organization_key_for_member = given.key,
          organization_key_id = ${keyOf(organizationId)}
          from (select unnest(${sql.param(`{${waiting.map(({ id }) => id).join(",")}}`)}::uuid[]) as id,
            unnest(${sql.param(`{${sealed.map((key) => `"${key}"`).join(",")}}`)}::text[]) as key) as given
          where organization_members.id = given.id`);
        throw new Error("undone");
      })
      .catch(() => {});
  });

  let requests = 0;
  const whole = await timed(async () => {
    for (let start = 0; start < waiting.length; start += selectedAtOnce) {
      const memberIds = waiting.slice(start, start + selectedAtOnce).map(({ id }) => id);
      const found = await ask(db, getOrganizationMembersToConfirm, owner.actor, {
        organizationId,
        memberIds,
      });
      const sealed = [];
      for (const { memberId, userId, publicKey } of found) {
        const person = { userId, publicKey, knownPublicKey: null };
        sealed.push({
          memberId,
          publicKey,
          organizationKeyForMember: await sealOrganizationKeyFor(vault, organizationId, person),
        });
      }
      await execute(db, confirmOrganizationMembers, owner.actor, {
        organizationId,
        organizationKeyId: keyOf(organizationId),
        people: sealed,
      });
      requests += 1;
    }
  });
  const confirmed = await db.$count(organizationMembers, eq(organizationMembers.status, "confirmed"));
  await close();
  return judgeConfirming({ confirmed: confirmed - 1, requests, whole, floor });
}
