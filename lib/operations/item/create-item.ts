import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { ciphers } from "@/db/schema/ciphers";
import { collectionCiphers } from "@/db/schema/collection-ciphers";
import { collections } from "@/db/schema/collections";
import { organizations } from "@/db/schema/organizations";
import { type Actor, userIdOf } from "@/lib/domain/actor";
import { allow, refuse } from "@/lib/domain/decision";
import type { CollectionId, OrganizationId, UserId } from "@/lib/domain/ids";
import { mayEditItem } from "@/lib/domain/item/access";
import { CreateItem } from "@/lib/domain/item/inputs";
import { mayKeepAnother, personalItemsAnHour } from "@/lib/domain/item/limits";
import type { Access } from "@/lib/operations/access";
import { personOf } from "@/lib/operations/account/access";
import { permissionsOf } from "@/lib/operations/collection/internal/who-has";
import { assertAllowed, defineCommand } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import type { Quota } from "@/lib/operations/limits";
import { account } from "@/lib/operations/locks";
import { madeBefore } from "@/lib/operations/made-before";
import {
  inOrganization,
  memberIdOf,
  type OrganizationAccessStanding,
  type OrganizationPlace,
  placeOf,
} from "@/lib/operations/organization/access";
import { expectCurrentKey } from "@/lib/operations/organization/internal/expect-current-key";
import { done, doneUnrecorded } from "@/lib/operations/outcome";
import { advanceOwner } from "@/lib/operations/revision/internal/advance";

type Place = OrganizationAccessStanding | "self";

/** For one's own vault, anybody; in an organization, its people. Each collection is judged afterwards. */
const itemCreators: Access<{ organizationId: OrganizationId | null }, Place> = {
  name: "item_creators",
  of: ["organizationId"],
  standing: async (look, { organizationId }) => {
    if (organizationId) return inOrganization.be_there.standing(look, { organizationId });
    return userIdOf(look.actor) ? "self" : "anonymous";
  },
  rule: (place) => {
    if (place === "anonymous") return refuse("not_signed_in");
    return place === "self" ? allow : inOrganization.be_there.rule(place);
  },
  stamp: (place) => (place === "self" ? {} : (inOrganization.be_there.stamp?.(place) ?? {})),
};

/**
 * Creates an item under an id that the browser made: sent twice, it is created once. The answer says whether it
 * existed; its contents are then those of the first time, until `updateItem` changes them.
 */
export const createItem = defineCommand({
  name: "item.create",
  input: CreateItem,
  access: itemCreators,
  locks: ({ actor, input }) => onesOwn(actor, input).map(account),
  quota: ({ actor, input }) => onesOwn(actor, input).map(itemsQuota),
  async run({ tx, actor, input, standing }) {
    const { itemId, organizationId, organizationKeyId, collectionIds, ...sealed } = input;
    const userId = personOf(actor);
    const into = [...new Set(collectionIds)];
    if (organizationId && standing !== "self")
      await judgeCollections(tx, placeOf(standing), organizationId, into);

    const known = await tx.select().from(ciphers).where(eq(ciphers.id, itemId));
    const before = madeBefore(known, (item) =>
      organizationId ? item.organizationId === organizationId : item.userId === userId,
    );
    if (before)
      return doneUnrecorded(
        { itemId, revisedAt: before.revisedAt, existed: true },
        "the same request came before",
      );

    if (organizationId) await expectCurrentKey(tx, organizationId, organizationKeyId);
    else assertAllowed(mayKeepAnother(await tx.$count(ciphers, eq(ciphers.userId, userId))));
    const revisedAt = await advanceOwner(tx, organizationId, userId);
    const owner = organizationId ? { organizationId, organizationKeyId } : { userId };
    await tx.insert(ciphers).values({ id: itemId, ...owner, ...sealed, createdAt: revisedAt, revisedAt });
    if (organizationId)
      await tx
        .insert(collectionCiphers)
        .values(into.map((collectionId) => ({ organizationId, collectionId, itemId })));
    return done(
      { itemId, revisedAt, existed: false },
      { type: "cipher.created", itemId, ...(organizationId ? { organizationId } : { userId }) },
    );
  },
});

/** The account that a personal item counts for. An organization's items count for nobody's. */
const onesOwn = (actor: Actor, { organizationId }: { organizationId: OrganizationId | null }): UserId[] => {
  const userId = userIdOf(actor);
  return organizationId || !userId ? [] : [userId];
};

const itemsQuota = (userId: UserId): Quota => ({
  what: "personal_items",
  about: userId,
  points: personalItemsAnHour,
  seconds: 3600,
});

/**
 * One collection that is not the organization's, or into which they may not put items, refuses the whole. They
 * are held, so that none is deleted before the item is in it.
 */
async function judgeCollections(
  tx: Tx,
  place: OrganizationPlace,
  organizationId: OrganizationId,
  collectionIds: CollectionId[],
) {
  const wanted = and(eq(collections.organizationId, organizationId), inArray(collections.id, collectionIds));
  await tx
    .select({ id: collections.id })
    .from(collections)
    .innerJoin(organizations, eq(organizations.id, collections.organizationId))
    .where(wanted)
    .orderBy(collections.id)
    .for("key share", { of: [collections, organizations] });
  // In a statement of its own: one that waited for the lock would still see who had the collections before.
  const found = await tx
    .select({
      permissions: permissionsOf(memberIdOf(place), collections.id),
    })
    .from(collections)
    .where(wanted)
    .orderBy(collections.id);
  if (found.length === 0 || found.length !== collectionIds.length) throw new NotFound();
  for (const { permissions } of found)
    assertAllowed(mayEditItem({ owner: "organization", standing: place, permissions }));
}
