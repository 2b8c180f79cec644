import { expect, test } from "vitest";
import { organizations } from "@/db/schema/organizations";
import { planFacts } from "@/lib/domain/organization/plans";
import { exportClients } from "@/lib/operations/client/export-clients";
import { execute } from "@/lib/operations/command";
import { openMeasured } from "@/test/buffers";
import { publicKey, sealedText } from "@/test/people";
import { aProviderWith } from "@/test/provider";

test("an export of selected clients does not read the others", { timeout: 120_000 }, async () => {
  const { db, settle, buffersOf, close } = await openMeasured();
  const { providerId, brett } = await db.transaction((tx) =>
    aProviderWith(tx, { brett: "provider_admin, confirmed" }),
  );
  const rows = Array.from({ length: 500 }, (_, place) => ({
    ...{ providerId, name: `Client ${place}`, sortName: `client ${place}`, seats: 10 },
    ...{ plan: "teams_monthly" as const, status: "managed" as const },
    billingEmail: "billing@provider.example",
    features: [...planFacts.teams_monthly.features],
    publicKey: publicKey(),
    privateKeyForOrganization: sealedText(77),
  }));
  const added = [];
  for (let part = 0; part < 6; part++)
    added.push(...(await db.insert(organizations).values(rows).returning({ id: organizations.id })));
  await settle();
  const readsOf = (chosen: { organizationIds?: string[] }) =>
    buffersOf(() => execute(db, exportClients, brett.actor, { providerId, ...chosen }));
  const three = await readsOf({ organizationIds: added.slice(1000, 1003).map(({ id }) => id) });
  expect(three).toBeLessThan((await readsOf({})) / 3);
  await close();
});
