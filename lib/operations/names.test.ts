import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { organizations } from "@/db/schema/organizations";
import { users } from "@/db/schema/users";
import { Name, nameBytes, sortKey } from "@/lib/domain/names";
import { updateProfile } from "@/lib/operations/account/update-profile";
import { listClients } from "@/lib/operations/client/list-clients";
import { renameClient } from "@/lib/operations/client/rename-client";
import { execute } from "@/lib/operations/command";
import { updateProvider } from "@/lib/operations/provider/update-provider";
import { ask } from "@/lib/operations/query";
import { test } from "@/test/database";
import { aClientOf, aProviderWith } from "@/test/provider";

/** At most fifty characters as people count them, and many more code points, bytes, or letters to sort by. */
const longNames = {
  Hindi: "राष्ट्रीय ग्रामीण विकास सहकारी समिति लिमिटेड दिल्ली केंद्र",
  Thai: "มูลนิธิเพื่อการพัฒนาที่ยั่งยืนแห่งประเทศไทยภาคเหนือตอนบน",
  "families of emoji": "👨‍👩‍👧‍👦".repeat(10),
  ligatures: "ﷺ".repeat(50),
  "letters with all the marks there is room for": `${"ﷺ".repeat(49)}${"क\u093f".repeat(1)}${"\u0902".repeat(240)}`,
};

test.for(Object.entries(longNames))(
  "a name in %s is taken wherever one is typed",
  async ([, typed], { tx }) => {
    const name = Name.parse(typed);
    const { providerId, brett } = await aProviderWith(tx, { brett: "provider_admin, confirmed" });
    const organizationId = await aClientOf(tx, providerId);
    await execute(tx, renameClient, brett.actor, { providerId, organizationId, name });
    await execute(tx, updateProfile, brett.actor, { name, locale: "en" });
    await execute(tx, updateProvider, brett.actor, {
      providerId,
      name,
      billingEmail: "billing@provider.example",
      businessName: name,
    });
    expect(await tx.select({ name: organizations.name }).from(organizations)).toEqual([{ name }]);
    expect(await tx.select({ name: users.name }).from(users).where(eq(users.id, brett.userId))).toEqual([
      { name },
    ]);
  },
);

test("a list goes on after a name whose key is as long as one can be", async ({ tx }) => {
  const { providerId, brett } = await aProviderWith(tx, { brett: "provider_admin, confirmed" });
  for (let place = 0; place < 60; place += 1)
    await aClientOf(tx, providerId, { name: `${"a".repeat(1 + (place % 2))}${"ﷺ".repeat(40)} ${place}` });
  const names: string[] = [];
  for (let cursor: string | null = null, pages = 0; pages < 3; pages += 1) {
    const page: Awaited<ReturnType<typeof listClients.read>> = await ask(tx, listClients, brett.actor, {
      providerId,
      cursor,
    });
    names.push(...page.clients.map(({ name }) => name));
    cursor = page.next;
    if (!cursor) break;
  }
  expect(new Set(names).size).toBe(60);
  expect(names).toHaveLength(60);
});

test("a key to sort by is no longer than a name, and ends with a whole character", () => {
  const key = sortKey("ﷺ".repeat(50));
  expect(new TextEncoder().encode(key).length).toBeLessThanOrEqual(nameBytes);
  expect(sortKey("ﷺ").repeat(50).startsWith(key)).toBe(true);
});
