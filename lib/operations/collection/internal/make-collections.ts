import "server-only";
import { inArray } from "drizzle-orm";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import { collections } from "@/db/schema/collections";
import type { CreateCollections } from "@/lib/domain/collection/inputs";
import type { AuditEvent } from "@/lib/domain/events";
import type { ImportId } from "@/lib/domain/ids";
import { insertGrants } from "@/lib/operations/collection/internal/grants";
import { grantsOfMaker } from "@/lib/operations/collection/internal/grants-of-maker";
import { NotFound } from "@/lib/operations/errors";
import { expectCurrentKey } from "@/lib/operations/key/internal/expect-current-key";
import type { OrganizationPlace } from "@/lib/operations/organization/access";
import { advanceOrganization } from "@/lib/operations/revision/internal/advance";

/**
 * Makes collections under ids that the browser made, in the order in which they were sent. What came before under the
 * same id stays as it is. A maker who would not reach them or asks for it manages each of them. The caller holds the
 * organization.
 *
 * @returns an event for each that was made.
 * @throws {NotFound} when one of the ids is another organization's.
 */
export async function makeCollections(
  tx: Tx,
  place: OrganizationPlace,
  {
    organizationId,
    organizationKeyId,
    forMaker,
    collections: sent,
    importId = null,
  }: z.output<typeof CreateCollections> & { importId?: ImportId | null },
  now: Date,
): Promise<AuditEvent[]> {
  const known = await tx
    .select({ id: collections.id, organizationId: collections.organizationId })
    .from(collections)
    .where(
      inArray(
        collections.id,
        sent.map(({ collectionId }) => collectionId),
      ),
    );
  if (known.some((row) => row.organizationId !== organizationId)) throw new NotFound();
  const existing = new Set(known.map(({ id }) => id));
  const made = sent.filter(({ collectionId }) => !existing.has(collectionId));
  await expectCurrentKey(tx, organizationId, organizationKeyId);
  if (made.length === 0) return [];

  // Lists are read by age, so each is a moment younger than the one before it.
  const createdAt = (index: number) => new Date(now.getTime() + index);
  await tx.insert(collections).values(
    made.map(({ collectionId: id, name }, index) => ({
      id,
      organizationId,
      organizationKeyId,
      name,
      importId,
      createdAt: createdAt(index),
      revisedAt: now,
    })),
  );
  await insertGrants(
    tx,
    grantsOfMaker(place, forMaker).flatMap((grant) =>
      made.map(({ collectionId }) => ({ organizationId, collectionId, ...grant })),
    ),
  );
  await advanceOrganization(tx, organizationId);
  return made.map(({ collectionId }) => ({ type: "collection.created", organizationId, collectionId }));
}
