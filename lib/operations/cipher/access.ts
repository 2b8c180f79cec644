import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { ciphers } from "@/db/schema/ciphers";
import { organizations } from "@/db/schema/organizations";
import type { Actor } from "@/lib/domain/actor";
import {
  type ItemStanding,
  mayDeleteItem,
  mayEditItem,
  mayReadItem,
  mayRevealPassword,
} from "@/lib/domain/cipher/access";
import { type Decision, refuse } from "@/lib/domain/decision";
import type { CipherId, OrganizationId } from "@/lib/domain/ids";
import type { Access } from "@/lib/operations/access";
import { permissionsInItem } from "@/lib/operations/collection/who-has";
import { organizationPeople } from "@/lib/operations/organization/access";

type Item = { item: ItemStanding; organizationId: OrganizationId | null; stamp: ReturnType<Stamp> };
type Stamp = NonNullable<typeof organizationPeople.stamp>;
type Standing = Item | "anonymous";

const nothing: Item = { item: null, organizationId: null, stamp: {} };

/** The item's owner, and what the actor has of it. Deleted or not, an item is judged alike. Two statements. */
async function standing(tx: Tx, actor: Actor, { cipherId }: { cipherId: CipherId }): Promise<Standing> {
  if (actor.kind !== "user") return "anonymous";
  const [found] = await tx
    .select({
      userId: ciphers.userId,
      organizationId: ciphers.organizationId,
      adminsReachAll: organizations.allowAdminAccessToAllCollectionItems,
      deletionNeedsManage: organizations.limitItemDeletion,
      permissions: permissionsInItem(tx, actor.userId, cipherId),
    })
    .from(ciphers)
    .leftJoin(organizations, eq(organizations.id, ciphers.organizationId))
    .where(eq(ciphers.id, cipherId));
  if (!found) return nothing;
  if (found.userId === actor.userId) return { ...nothing, item: { owner: "self" } };
  const { organizationId } = found;
  if (!organizationId) return nothing;

  const place = await organizationPeople.standing(tx, actor, { organizationId });
  return {
    organizationId,
    stamp: organizationPeople.stamp?.(place) ?? {},
    item: {
      owner: "organization",
      standing: typeof place === "string" ? null : place,
      adminsReachAll: found.adminsReachAll ?? false,
      deletionNeedsManage: found.deletionNeedsManage ?? false,
      permissions: found.permissions ?? [],
    },
  };
}

const itemAccess = <Target extends { cipherId: CipherId }>(
  name: string,
  rule: (item: ItemStanding) => Decision,
): Access<Target, Standing> => ({
  name,
  standing,
  rule: (found) => (found === "anonymous" ? refuse("not_signed_in") : rule(found.item)),
  stamp: (found) => (found === "anonymous" ? {} : found.stamp),
});

/** Whoever the item is served to. */
export const itemReaders = itemAccess("item_readers", mayReadItem);

export const itemEditors = itemAccess("item_editors", mayEditItem);

export const itemDeleters = itemAccess("item_deleters", mayDeleteItem);

/** The item that an allowed standing is about. */
export function itemOf(found: Standing): Item & { mayReveal: boolean } {
  if (found === "anonymous") throw new Error("the rule let nobody in");
  return { ...found, mayReveal: mayRevealPassword(found.item).allowed };
}
