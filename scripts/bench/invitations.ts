import { execute } from "@/lib/operations/command";
import { inviteOrganizationMembers } from "@/lib/operations/organization/invite-members";
import { inviteProviderMembers } from "@/lib/operations/provider/invite-members";
import { openMeasured } from "@/test/buffers";
import { aConfirmed, anOrganizationWith } from "@/test/organization";
import { aProviderWith } from "@/test/provider";

/** Savepoints are the frame of a transaction, and limits are counted before it begins. */
const isOfTheAct = (statement: string) => !/^\s*(savepoint|release)|"rate_limits"/i.test(statement);

const addresses = (kind: string, count: number) =>
  Array.from({ length: count }, (_, i) => `${kind}.${count}.${i}@client.example`);

export async function run() {
  const { db, statementsOf, close } = await openMeasured();
  const { providerId, brett } = await db.transaction((tx) =>
    aProviderWith(tx, { brett: "provider_admin, confirmed" }),
  );
  const { organizationId, owner } = await db.transaction(async (tx) => {
    const { organizationId } = await anOrganizationWith(tx, { seats: 30 });
    return { organizationId, owner: await aConfirmed(tx, organizationId, "owner", "Owner") };
  });
  const acts = {
    "to a provider": (count: number) =>
      execute(db, inviteProviderMembers, brett.actor, {
        providerId,
        emails: addresses("staff", count),
        role: "service_user",
      }),
    "to an organization": (count: number) =>
      execute(db, inviteOrganizationMembers, owner.actor, {
        organizationId,
        emails: addresses("member", count),
        role: "user",
        collections: [],
      }),
  };
  const lines: string[] = [];
  let ok = true;
  for (const [where, invite] of Object.entries(acts)) {
    const count = async (people: number) =>
      (await statementsOf(() => invite(people))).filter(isOfTheAct).length;
    const [one, twenty] = [await count(1), await count(20)];
    ok &&= one === twenty;
    lines.push(`${where}: ${one} statements for 1 address, ${twenty} for 20 (limit: the same)`);
  }
  await close();
  return { lines, ok };
}
