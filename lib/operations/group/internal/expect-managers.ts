import "server-only";
import type { Tx } from "@/db/client";
import type { CollectionId } from "@/lib/domain/ids";
import { unmanagedOf } from "@/lib/operations/collection/internal/who-has";
import { Refused } from "@/lib/operations/errors";
import type { OrganizationPlace } from "@/lib/operations/organization/access";

/**
 * Where owners and admins do not reach every collection, each of these keeps somebody who manages it. The provider's
 * people can always give one a manager again.
 *
 * @throws {Refused} `collection_needs_manager`
 */
export async function expectManagers(
  tx: Tx,
  { capacity }: OrganizationPlace,
  adminsReachAll: boolean,
  collectionIds: readonly CollectionId[],
): Promise<void> {
  if (adminsReachAll || capacity.as !== "member" || collectionIds.length === 0) return;
  const unmanaged = await unmanagedOf(tx, collectionIds);
  if (unmanaged.length > 0) throw new Refused("collection_needs_manager");
}
