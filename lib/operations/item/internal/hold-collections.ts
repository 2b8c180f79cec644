import "server-only";
import { and, eq, inArray, or, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { collections } from "@/db/schema/collections";
import { organizations } from "@/db/schema/organizations";
import type { CollectionPermission } from "@/lib/domain/collection/permission";
import type { Decision } from "@/lib/domain/decision";
import type { CollectionId, OrganizationId } from "@/lib/domain/ids";
import { mayEditItem } from "@/lib/domain/item/access";
import { permissionsOf } from "@/lib/operations/collection/internal/who-has";
import { assertAllowed } from "@/lib/operations/command";
import { NotFound, Refused } from "@/lib/operations/errors";
import { memberIdOf, type OrganizationPlace } from "@/lib/operations/organization/access";

type Wanted = {
  among?: "shared" | "with own";
  judge?: (permissions: CollectionPermission[]) => Decision;
};

/**
 * Judges whether an item may be put into these collections, and holds them, so that none is deleted before the
 * item is in it. An item is in its maker's own collection alone or in shared ones, for good: otherwise one of the
 * organization's would be out of everybody's reach when the last shared collection goes.
 *
 * @param wanted.among `shared` where the person's own is none of those that can be named.
 * @param wanted.judge what the actor needs in each, by their permissions there.
 * @throws {NotFound} for the whole when one of them is not the organization's, or when there is none.
 * @throws {Refused} for the whole when the person may not put items into one of them, and
 * `own_collection_alone` when one is their own and another is not.
 */
export async function holdCollections(
  tx: Tx,
  place: OrganizationPlace,
  organizationId: OrganizationId,
  collectionIds: readonly CollectionId[],
  {
    among = "with own",
    judge = (permissions) => mayEditItem({ owner: "organization", standing: place, permissions }),
  }: Wanted = {},
): Promise<void> {
  const wanted = and(
    eq(collections.organizationId, organizationId),
    inArray(collections.id, [...collectionIds]),
    // Nobody puts anything into somebody else's own collection, whatever they reach.
    or(
      eq(collections.type, "shared"),
      among === "with own" ? sql`${collections.ownerMemberId} = ${memberIdOf(place)}::uuid` : undefined,
    ),
  );
  await tx
    .select({ id: collections.id })
    .from(collections)
    .innerJoin(organizations, eq(organizations.id, collections.organizationId))
    .where(wanted)
    .orderBy(collections.id)
    .for("key share", { of: [collections, organizations] });
  // This is a statement of its own. A statement that waits for a lock sees the permissions as they were before
  // it waited.
  const found = await tx
    .select({ type: collections.type, permissions: permissionsOf(memberIdOf(place), collections.id) })
    .from(collections)
    .where(wanted)
    .orderBy(collections.id);
  if (found.length === 0 || found.length !== collectionIds.length) throw new NotFound();
  for (const { permissions } of found) assertAllowed(judge(permissions));
  if (found.length > 1 && found.some(({ type }) => type === "my_items"))
    throw new Refused("own_collection_alone");
}
