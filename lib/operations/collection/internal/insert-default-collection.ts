import "server-only";
import type { Tx } from "@/db/client";
import { collections } from "@/db/schema/collections";
import type { EncString } from "@/lib/crypto/types";
import type { OrganizationId, OrganizationKeyId, OrganizationMemberId } from "@/lib/domain/ids";
import { insertGrants } from "@/lib/operations/collection/internal/grants";

type Default = {
  organizationId: OrganizationId;
  organizationKeyId: OrganizationKeyId;
  /** Its name. */
  collectionName: EncString;
  ownerId: OrganizationMemberId;
};

/** Gives a new organization its default collection, which its owner manages. */
export async function insertDefaultCollection(tx: Tx, made: Default, now: Date): Promise<void> {
  const { organizationId, organizationKeyId, collectionName, ownerId } = made;
  const [collection] = await tx
    .insert(collections)
    .values({ organizationId, organizationKeyId, name: collectionName, createdAt: now, revisedAt: now })
    .returning({ id: collections.id });
  if (!collection) throw new Error("an inserted collection comes back");
  const grant = { collectionId: collection.id, memberId: ownerId, permission: "manage" } as const;
  await insertGrants(tx, [{ organizationId, ...grant }]);
}
