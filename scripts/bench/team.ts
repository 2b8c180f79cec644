import { eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { providerMembers } from "@/db/schema/provider-members";
import { execute } from "@/lib/operations/command";
import { confirmProviderMembers } from "@/lib/operations/provider/confirm-members";
import { getMembersToConfirm } from "@/lib/operations/provider/get-members-to-confirm";
import { ask } from "@/lib/operations/query";
import { sealProviderKeyFor } from "@/lib/vault/seal-provider";
import { addAccounts, judgeConfirming, people, timed } from "@/scripts/bench/confirming";
import { openMeasured } from "@/test/buffers";
import { aProviderWith } from "@/test/provider";
import { aProviderKey, somebody } from "@/test/vault";

/** An admin whose keys are real, and a thousand people who have accepted, all with one more real key. */
async function aWaitingTeam(db: Database) {
  const { vault } = await somebody("brett@provider.example");
  const { keys } = await somebody("betty@provider.example");
  const { providerId, brett } = await db.transaction((tx) =>
    aProviderWith(tx, { brett: "provider_admin, confirmed" }),
  );
  await aProviderKey(vault, providerId);
  await addAccounts(db, "provider.example", keys.publicKey);
  await db.execute(sql`insert into provider_members (provider_id, user_id, role, status, accepted_at)
    select ${providerId}, id, 'service_user', 'accepted', now() from users where email ~ '^[0-9]+@provider'`);
  return { vault, providerId, brett };
}

/** A team that is as large as anybody's: a thousand people are confirmed as the dialog of the team does it. */
export async function run() {
  const { db, close } = await openMeasured();
  const { vault, providerId, brett } = await aWaitingTeam(db);
  const toConfirm = () => ask(db, getMembersToConfirm, brett.actor, { providerId });
  const sealFor = async ({ memberId, ...person }: Awaited<ReturnType<typeof toConfirm>>[number]) => ({
    memberId,
    publicKey: person.publicKey,
    providerKeyForMember: await sealProviderKeyFor(vault, providerId, person),
  });

  const [one] = await toConfirm();
  if (!one) throw new Error("nobody waits");
  const floor = await timed(async () => {
    const sealed: string[] = [];
    for (let count = 0; count < people; count++) sealed.push((await sealFor(one)).providerKeyForMember);
    await db
      .transaction(async (tx) => {
        await tx.execute(sql`update provider_members set status = 'confirmed', provider_key_for_member = ${sealed[0]}
          where status = 'accepted'`);
        throw new Error("undone");
      })
      .catch(() => {});
  });

  let requests = 0;
  const whole = await timed(async () => {
    for (let waiting = await toConfirm(); waiting.length > 0; waiting = await toConfirm()) {
      const sealed = [];
      for (const person of waiting) sealed.push(await sealFor(person));
      await execute(db, confirmProviderMembers, brett.actor, { providerId, people: sealed });
      requests += 1;
    }
  });
  const confirmed = await db.$count(providerMembers, eq(providerMembers.status, "confirmed"));
  await close();
  return judgeConfirming({ confirmed: confirmed - 1, requests, whole, floor });
}
