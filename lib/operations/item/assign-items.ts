import "server-only";
import { inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { ciphers } from "@/db/schema/ciphers";
import type { ItemId, UserId } from "@/lib/domain/ids";
import { mayLeaveUnassigned } from "@/lib/domain/item/access";
import { AssignItems } from "@/lib/domain/item/inputs";
import { isOnProvidersSide } from "@/lib/domain/organization/providers-side";
import { personOf } from "@/lib/operations/account/access";
import { expectKeptFromProvider } from "@/lib/operations/collection/internal/expect-kept-from-provider";
import { permissionsInItem } from "@/lib/operations/collection/internal/who-has";
import { assertAllowed, defineCommand } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { assignersOfItems, itemOf } from "@/lib/operations/item/access";
import { eventsOfItems } from "@/lib/operations/item/internal/events-of-items";
import { holdCollections } from "@/lib/operations/item/internal/hold-collections";
import { lockItems } from "@/lib/operations/item/internal/lock-items";
import { ownCollectionsOf } from "@/lib/operations/item/internal/own-collections-of";
import { putIntoCollections } from "@/lib/operations/item/internal/put-into-collections";
import { takeOutOfCollections } from "@/lib/operations/item/internal/take-out-of-collections";
import { organization } from "@/lib/operations/locks";
import { doneEach, doneUnrecorded } from "@/lib/operations/outcome";
import { advanceOrganization } from "@/lib/operations/revision/internal/advance";

/**
 * Puts items of one organization into shared collections and takes them out of others, all of which the actor may
 * change. Where else an item is, it stays. What was in a collection of one's own is there no more once it is in a
 * shared one.
 *
 * @throws {Refused} `item_needs_collection` for the whole when one of them would be in none that the actor has, and
 * they do not reach such items; `items_kept_from_provider` where whoever acts for the provider would bring them to its
 * people.
 */
export const assignItems = defineCommand({
  name: "item.assign",
  input: AssignItems,
  access: assignersOfItems,
  async run({ tx, actor, input: { itemIds, given, taken }, standing, mustHold }) {
    const { organizationId, place } = itemOf(standing);
    if (!organizationId || !place) throw new NotFound();
    if (given.length + taken.length === 0) return doneUnrecorded({ count: 0 }, "nothing was to change");
    await holdCollections(tx, place, organizationId, [...given, ...taken], { among: "shared" });
    const items = await lockItems(tx, itemIds, { inTrash: false, strength: "update" });
    if (items.length !== itemIds.length) throw new NotFound();

    if (given.length > 0 && isOnProvidersSide(place)) {
      mustHold(organization(organizationId));
      await expectKeptFromProvider(tx, place, { organizationId, collectionIds: given });
    }
    const userId = personOf(actor);
    const put = await putIntoCollections(tx, organizationId, items, given);
    const own = given.length > 0 ? await ownCollectionsOf(tx, items) : [];
    const out = await takeOutOfCollections(tx, organizationId, items, [...taken, ...own]);
    if (out.length > 0) {
      const left = await standingOf(tx, userId, items);
      if (left.some(({ isHad }) => !isHad)) assertAllowed(mayLeaveUnassigned(place));
      // What is in no collection comes within reach of every owner and admin.
      if (left.some(({ isUnassigned }) => isUnassigned) && !place.switches.adminsReachAll) {
        mustHold(organization(organizationId));
        await expectKeptFromProvider(tx, place, { organizationId, byRole: true });
      }
    }
    const changed = [...new Set([...put, ...out])];
    if (changed.length === 0) return doneUnrecorded({ count: 0 }, "they are where they were to be");
    // An edit that began before is told that the item is not where it was.
    const revisedAt = await advanceOrganization(tx, organizationId);
    await tx.update(ciphers).set({ revisedAt }).where(inArray(ciphers.id, changed));
    const events = eventsOfItems("cipher.updated_collections", changed, { organizationId, userId });
    return doneEach({ count: changed.length }, events, (event) => event);
  },
});

/** Of each item, whether it is in a collection that the person has, and whether it is in none at all. */
async function standingOf(tx: Tx, userId: UserId, itemIds: readonly ItemId[]) {
  const rows = await tx
    .select({
      permissions: permissionsInItem(tx, userId, ciphers.id),
      isUnassigned: sql<boolean>`${ciphers.collections} = 0`,
    })
    .from(ciphers)
    .where(inArray(ciphers.id, [...itemIds]));
  return rows.map(({ permissions, isUnassigned }) => ({ isHad: permissions !== null, isUnassigned }));
}
