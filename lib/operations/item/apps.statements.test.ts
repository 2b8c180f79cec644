import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import type { Database } from "@/db/client";
import { countingLogger, countStatements } from "@/db/counting";
import { syncForApps } from "@/lib/operations/item/sync-for-apps";
import { ask } from "@/lib/operations/query";
import { openInMemory } from "@/test/database";
import { aCollection, aMemberOf, anItem, anOrganizationWith } from "@/test/organization";
import { aPerson } from "@/test/people";

let db: Database;

beforeAll(async () => {
  db = await openInMemory({ logger: countingLogger() });
});

const aMemberOfSeveral = (count: number) =>
  db.transaction(async (tx) => {
    const person = await aPerson(tx, `Member ${randomUUID()}`, { email: `${randomUUID()}@client.example` });
    for (let made = 0; made < count; made += 1) {
      const { organizationId } = await anOrganizationWith(tx, { name: `Client ${made}` });
      const memberId = await aMemberOf(tx, organizationId, person);
      await anItem(tx, organizationId, [await aCollection(tx, organizationId, { [memberId]: "edit" })]);
    }
    return person;
  });

test("a sync takes eight statements with one organization and with twenty", async () => {
  for (const count of [1, 20]) {
    const { actor } = await aMemberOfSeveral(count);
    const { statements, result } = await countStatements(() => ask(db, syncForApps, actor, {}));
    expect([result.items.length, result.profile.organizations.length]).toEqual([count, count]);
    expect(statements).toBe(8);
  }
});
