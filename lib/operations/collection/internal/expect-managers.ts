import "server-only";
import type { Tx } from "@/db/client";
import { mayLeaveUnmanaged } from "@/lib/domain/collection/access";
import type { CollectionId } from "@/lib/domain/ids";
import { unmanagedOf } from "@/lib/operations/collection/internal/who-has";
import { assertAllowed } from "@/lib/operations/command";
import type { OrganizationPlace } from "@/lib/operations/organization/access";

/**
 * Where owners and admins do not reach every collection, each of these keeps somebody who manages it. The provider's
 * people can always give one a manager again.
 *
 * @throws {Refused} `collection_needs_manager`
 */
export async function expectManagers(
  tx: Tx,
  place: OrganizationPlace,
  collectionIds: readonly CollectionId[],
): Promise<void> {
  const decision = mayLeaveUnmanaged(place);
  if (collectionIds.length === 0 || decision.allowed) return;
  const unmanaged = await unmanagedOf(tx, collectionIds);
  if (unmanaged.length > 0) assertAllowed(decision);
}
