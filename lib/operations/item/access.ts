import "server-only";
import { inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { ciphers } from "@/db/schema/ciphers";
import { collectionCiphers } from "@/db/schema/collection-ciphers";
import { collections } from "@/db/schema/collections";
import { userIdOf } from "@/lib/domain/actor";
import { all, type Decision, refuse } from "@/lib/domain/decision";
import type { EventSubjects } from "@/lib/domain/event-subjects";
import type { ItemId, OrganizationId } from "@/lib/domain/ids";
import {
  type ItemStanding,
  mayAssignItem,
  mayDeleteItem,
  mayEditItem,
  mayReadItem,
  mayRevealPassword,
  mayShareItem,
} from "@/lib/domain/item/access";
import type { Access, Look } from "@/lib/operations/access";
import { isPersonal } from "@/lib/operations/collection/internal/is-personal";
import { permissionsInItem } from "@/lib/operations/collection/internal/who-has";
import {
  inOrganization,
  type OrganizationAccessStanding,
  type OrganizationPlace,
} from "@/lib/operations/organization/access";
import { whoBinds } from "@/lib/operations/policy/internal/binding-policies";

type Items = {
  items: ItemStanding[];
  organizationId: OrganizationId | null;
  /** The actor's place in it, where they have one. */
  place: OrganizationPlace | null;
  stamp: EventSubjects;
};
type Standing = Items | "anonymous";

const nothing: Items = { items: [null], organizationId: null, place: null, stamp: {} };

/**
 * Reads who owns the items, and the actor's permissions in the collections that each is in. Items of several owners are
 * none. An item in the trash is judged as any other. Before something is done to items, they and these collections are
 * held, so that nobody changes where they are and who has that until it is done.
 */
async function standing(
  look: Look,
  itemIds: readonly ItemId[],
  strength: Strength = "key share",
): Promise<Standing> {
  const { tx, actor } = look;
  const userId = userIdOf(actor);
  if (!userId) return actor.principal.kind === "anonymous" ? "anonymous" : nothing;
  if (look.purpose === "act") {
    await holdCollectionsOf(look, itemIds);
    await lockRows(tx, itemIds, strength);
    // Whoever had to wait for an item finds it in the collections that it came into meanwhile.
    await holdCollectionsOf(look, itemIds);
  }
  const found = await tx
    .select({
      userId: ciphers.userId,
      organizationId: ciphers.organizationId,
      isUnassigned: sql<boolean>`${ciphers.collections} = 0`,
      isPersonal: isPersonal(),
      permissions: permissionsInItem(tx, userId, ciphers.id),
    })
    .from(ciphers)
    .where(inArray(ciphers.id, [...itemIds]));
  const [first] = found;
  if (!first || found.length !== new Set(itemIds).size) return nothing;
  if (found.some((row) => row.userId !== first.userId || row.organizationId !== first.organizationId))
    return nothing;
  if (first.userId === userId) {
    const [frozen] = await whoBinds(tx, [userId], "data_ownership");
    const own = { owner: "self" as const, frozenBy: frozen?.organization ?? null };
    return { ...nothing, items: found.map(() => own) };
  }
  const { organizationId } = first;
  if (!organizationId) return nothing;

  const there = await inOrganization.be_there.standing(look, { organizationId });
  const place = typeof there === "string" ? null : there;
  return {
    organizationId,
    place,
    stamp: inOrganization.be_there.stamp?.(there) ?? {},
    items: found.map(({ permissions, isUnassigned, isPersonal }) => ({
      owner: "organization",
      standing: place,
      permissions: permissions ?? [],
      isUnassigned,
      isPersonal,
    })),
  };
}

/** `update` where the act takes the items out of reach or away: it then waits for whoever acts on them, and they for it. */
type Strength = "key share" | "update";

const lockRows = (tx: Tx, itemIds: readonly ItemId[], strength: Strength) =>
  tx
    .select({ id: ciphers.id })
    .from(ciphers)
    .where(inArray(ciphers.id, [...itemIds]))
    .orderBy(ciphers.id)
    .for(strength);

const holdCollectionsOf = ({ tx, hold }: Look, itemIds: readonly ItemId[]) =>
  hold(
    tx
      .select({ id: collections.id })
      .from(collections)
      .where(
        inArray(
          collections.id,
          tx
            .select({ id: collectionCiphers.collectionId })
            .from(collectionCiphers)
            .where(inArray(collectionCiphers.itemId, [...itemIds])),
        ),
      )
      .orderBy(collections.id),
  );

type Rule = (item: ItemStanding) => Decision;

const judge = (found: Standing, rule: Rule): Decision =>
  found === "anonymous" ? refuse("not_signed_in") : all(...found.items.map(rule));

/** About the items that an input names, or that something of theirs in it does. */
export const accessToItems = <Target extends object>(
  name: string,
  of: Access<Target, Standing>["of"],
  find: (target: Target, look: Look) => readonly ItemId[] | Promise<readonly ItemId[]>,
  rule: Rule,
  strength?: Strength,
): Access<Target, Standing> => ({
  name,
  of,
  standing: async (look, target) => standing(look, await find(target, look), strength),
  rule: (found) => judge(found, rule),
  stamp: (found) => (found === "anonymous" ? {} : found.stamp),
});

const itemAccess = (name: string, rule: Rule) =>
  accessToItems<{ itemId: ItemId }>(name, ["itemId"], ({ itemId }) => [itemId], rule);

const itemsAccess = (name: string, rule: Rule, strength?: Strength) =>
  accessToItems<{ itemIds: ItemId[] }>(name, ["itemIds"], ({ itemIds }) => itemIds, rule, strength);

/** People who may read the item. */
export const itemReaders = itemAccess("item_readers", mayReadItem);

export const itemEditors = itemAccess("item_editors", mayEditItem);

/** People who may read all of several items of one owner. */
export const readersOfItems = itemsAccess("readers_of_items", mayReadItem);

export const deletersOfItems = itemsAccess("deleters_of_items", mayDeleteItem);

/** The same people, where nothing of the items stays. */
export const deletersForGood = itemsAccess("deleters_for_good", mayDeleteItem, "update");

type Sharing = { own: Standing; into: OrganizationAccessStanding };

/** People who move items of their own into an organization that they are a member of. */
export const itemSharers: Access<
  { organizationId: OrganizationId; items: readonly { itemId: ItemId }[] },
  Sharing
> = {
  name: "item_sharers",
  of: ["organizationId", "items"],
  standing: async (look, { organizationId, items }) => ({
    own: await standing(
      look,
      items.map(({ itemId }) => itemId),
    ),
    into: await inOrganization.be_there.standing(look, { organizationId }),
  }),
  rule: ({ own, into }) => {
    const place = typeof into === "string" ? null : into;
    return judge(own, (item) => mayShareItem(item, place));
  },
  stamp: ({ into }) => inOrganization.be_there.stamp?.(into) ?? {},
};

/** People who may say in which collections several items of one organization are. */
export const assignersOfItems = itemsAccess("assigners_of_items", mayAssignItem, "update");

/** The item of a standing that the rule has allowed, or the owner of several. */
export function itemOf(found: Standing): Omit<Items, "items"> & { mayReveal: boolean } {
  if (found === "anonymous") throw new Error("the rule let nobody in");
  return { ...found, mayReveal: judge(found, mayRevealPassword).allowed };
}
