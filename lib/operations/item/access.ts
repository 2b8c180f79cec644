import "server-only";
import { eq, sql } from "drizzle-orm";
import { ciphers } from "@/db/schema/ciphers";
import { collectionCiphers } from "@/db/schema/collection-ciphers";
import { collections } from "@/db/schema/collections";
import { userIdOf } from "@/lib/domain/actor";
import { type Decision, refuse } from "@/lib/domain/decision";
import type { EventSubjects } from "@/lib/domain/event-subjects";
import type { ItemId, OrganizationId } from "@/lib/domain/ids";
import {
  type ItemStanding,
  mayDeleteItem,
  mayEditItem,
  mayReadItem,
  mayRevealPassword,
} from "@/lib/domain/item/access";
import type { Access, Look } from "@/lib/operations/access";
import { isPersonal } from "@/lib/operations/collection/internal/is-personal";
import { permissionsInItem } from "@/lib/operations/collection/internal/who-has";
import { inOrganization } from "@/lib/operations/organization/access";
import { whoBinds } from "@/lib/operations/policy/internal/binding-policies";

type Item = { item: ItemStanding; organizationId: OrganizationId | null; stamp: EventSubjects };
type Standing = Item | "anonymous";

const nothing: Item = { item: null, organizationId: null, stamp: {} };

/**
 * Reads who owns the item, and the actor's permissions in the collections that it is in. An item in the trash
 * is judged as any other. Before something is done to an item, these collections are held, so that nobody
 * changes who has them until it is done.
 */
async function standing(look: Look, { itemId }: { itemId: ItemId }): Promise<Standing> {
  const { tx, actor } = look;
  const userId = userIdOf(actor);
  if (!userId) return actor.principal.kind === "anonymous" ? "anonymous" : nothing;
  if (look.purpose === "act") await holdCollectionsOf(look, itemId);
  const [found] = await tx
    .select({
      userId: ciphers.userId,
      organizationId: ciphers.organizationId,
      isUnassigned: sql<boolean>`${ciphers.collections} = 0`,
      isPersonal: isPersonal(),
      permissions: permissionsInItem(tx, userId, itemId),
    })
    .from(ciphers)
    .where(eq(ciphers.id, itemId));
  if (!found) return nothing;
  if (found.userId === userId) {
    const [frozen] = await whoBinds(tx, [userId], "data_ownership");
    return { ...nothing, item: { owner: "self", frozenBy: frozen?.organization ?? null } };
  }
  const { organizationId } = found;
  if (!organizationId) return nothing;

  const place = await inOrganization.be_there.standing(look, { organizationId });
  return {
    organizationId,
    stamp: inOrganization.be_there.stamp?.(place) ?? {},
    item: {
      owner: "organization",
      standing: typeof place === "string" ? null : place,
      permissions: found.permissions ?? [],
      isUnassigned: found.isUnassigned,
      isPersonal: found.isPersonal,
    },
  };
}

const holdCollectionsOf = ({ tx, hold }: Look, itemId: ItemId) =>
  hold(
    tx
      .select({ id: collections.id })
      .from(collectionCiphers)
      .innerJoin(collections, eq(collections.id, collectionCiphers.collectionId))
      .where(eq(collectionCiphers.itemId, itemId))
      .orderBy(collections.id),
  );

const itemAccess = <Target extends { itemId: ItemId }>(
  name: string,
  rule: (item: ItemStanding) => Decision,
): Access<Target, Standing> => ({
  name,
  of: ["itemId"],
  standing,
  rule: (found) => (found === "anonymous" ? refuse("not_signed_in") : rule(found.item)),
  stamp: (found) => (found === "anonymous" ? {} : found.stamp),
});

/** People who may read the item. */
export const itemReaders = itemAccess("item_readers", mayReadItem);

export const itemEditors = itemAccess("item_editors", mayEditItem);

export const itemDeleters = itemAccess("item_deleters", mayDeleteItem);

/** The item of a standing that the rule has allowed. */
export function itemOf(found: Standing): Item & { mayReveal: boolean } {
  if (found === "anonymous") throw new Error("the rule let nobody in");
  return { ...found, mayReveal: mayRevealPassword(found.item).allowed };
}
