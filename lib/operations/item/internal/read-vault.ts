import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { folders } from "@/db/schema/folders";
import type { ItemId, OrganizationId, UserId } from "@/lib/domain/ids";
import { collectionsOf, itemsIn } from "@/lib/operations/item/internal/contents-of";
import { judgeVault } from "@/lib/operations/item/internal/judge-vault";
import { membershipsOf } from "@/lib/operations/item/internal/memberships-of";
import { asSealedItem } from "@/lib/operations/item/internal/sealed-columns";
import { whoBinds } from "@/lib/operations/policy/internal/binding-policies";

/** What surrounds the items of somebody's vault, and decides which they are and what may be done with them. */
export type AroundVault = Awaited<ReturnType<typeof readAroundFor>>;
type Owners = Awaited<ReturnType<typeof whoBinds<"data_ownership">>>;

/** Four statements, whatever the number of organizations. */
export const readAround = async (tx: Tx, userId: UserId) =>
  readAroundFor(tx, userId, await whoBinds(tx, [userId], "data_ownership"));

/** The same where it is known already by which organizations data ownership binds the person. Three statements. */
export async function readAroundFor(tx: Tx, userId: UserId, owners: Owners) {
  const memberships = await membershipsOf(tx, userId);
  const collections = await collectionsOf(tx, userId);
  const own = await tx
    .select({ id: folders.id, name: folders.name, revisedAt: folders.revisedAt })
    .from(folders)
    .where(eq(folders.userId, userId))
    .orderBy(folders.id);
  return { memberships, collections, folders: own, owners };
}

/**
 * Everything in somebody's vault, sealed, and what they may do with it. What belongs to the clients of their
 * provider is not part of it. With `only`, these items alone. Two statements more.
 */
export async function readVault(
  tx: Tx,
  userId: UserId,
  { memberships, collections, folders, owners }: AroundVault,
  only?: readonly ItemId[],
) {
  const { entries, items } = await itemsIn(tx, userId, collections, only);
  const frozenBy = owners[0]?.organization ?? null;
  const judge = judgeVault({ memberships: memberships.judged, collections, frozenBy, entries });
  const isOwed = (organizationId: OrganizationId) =>
    memberships.shown.some((row) => row.organizationId === organizationId && row.status === "confirmed") &&
    !collections.some((row) => row.organizationId === organizationId && row.isOwn);
  return {
    memberships: memberships.shown.map((shown) => ({
      ...shown,
      mayMakeCollections: judge.mayMakeCollections(shown.organizationId),
    })),
    /** Collections of one's own that are to be made, with their names: nobody had a key to make them with so far. */
    owed: owners.flatMap(({ organizationId, data }) =>
      isOwed(organizationId) ? { organizationId, name: data.collectionName } : [],
    ),
    collections: collections.map((collection) => {
      const { permission: _, externalId: __, ...shown } = collection;
      return { ...shown, mayEdit: judge.mayAddTo(collection), may: judge.collection(collection) };
    }),
    entries,
    /** The person's own. */
    folders: folders.map(({ id, name }) => ({ id, name })),
    items: items.map((item) => asSealedItem({ ...item, may: judge.item(item) })),
  };
}
