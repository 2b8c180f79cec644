import { randomUUID } from "node:crypto";
import { and, eq, ne, sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { collections } from "@/db/schema/collections";
import { organizations } from "@/db/schema/organizations";
import { type OrganizationId, OrganizationKeyId } from "@/lib/domain/ids";
import { createCollection } from "@/lib/operations/collection/create-collection";
import { execute } from "@/lib/operations/command";
import { openTestPostgres } from "@/test/database";
import { aConfirmed, anOrganizationWith, keyOf } from "@/test/organization";
import { sealedText } from "@/test/people";
import { race } from "@/test/racing";

const { db, drop } = await openTestPostgres();
afterAll(drop);

/** What a rotation does to the ids of keys: all rows in one statement, under the organization's lock. */
const replaceKey = (id: OrganizationId, keyId: OrganizationKeyId) =>
  db.transaction(async (tx) => {
    await tx
      .select({ id: organizations.id })
      .from(organizations)
      .where(eq(organizations.id, id))
      .for("update");
    await tx.execute(sql`with
      members as (update organization_members set organization_key_id = ${keyId}
        where organization_id = ${id} and organization_key_id is not null),
      names as (update collections set organization_key_id = ${keyId} where organization_id = ${id})
      update organizations set key_id = ${keyId} where id = ${id}`);
  });

test("a collection named under a key that is replaced at the same time is refused or was there before", async () => {
  const answers = new Set<string>();
  for (let round = 0; round < 30; round++) {
    const { organizationId, owner } = await db.transaction(async (tx) => {
      const { organizationId } = await anOrganizationWith(tx);
      const owner = await aConfirmed(tx, organizationId, "owner", `Owner ${randomUUID()}`);
      return { organizationId, owner };
    });
    const keyId = OrganizationKeyId.parse(randomUUID());
    const create = () =>
      execute(db, createCollection, owner.actor, {
        organizationId,
        organizationKeyId: keyOf(organizationId),
        collectionId: randomUUID(),
        name: sealedText(),
        members: [],
      });
    const outcomes = await race([create, () => replaceKey(organizationId, keyId), create]);
    for (const outcome of outcomes) answers.add(outcome);
    const underOld = and(
      eq(collections.organizationId, organizationId),
      ne(collections.organizationKeyId, keyId),
    );
    expect(await db.$count(collections, underOld)).toBe(0);
  }
  expect([...answers].filter((outcome) => !["done", "organization_key_replaced"].includes(outcome))).toEqual(
    [],
  );
});
