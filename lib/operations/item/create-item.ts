import "server-only";
import { eq } from "drizzle-orm";
import { ciphers } from "@/db/schema/ciphers";
import { type Actor, userIdOf } from "@/lib/domain/actor";
import type { OrganizationId, UserId } from "@/lib/domain/ids";
import { CreateItem } from "@/lib/domain/item/inputs";
import { mayKeepAnother, personalItemsAnHour } from "@/lib/domain/item/limits";
import { mayMakeItem } from "@/lib/domain/policy/items";
import { personOf } from "@/lib/operations/account/access";
import { assertAllowed, defineCommand } from "@/lib/operations/command";
import { holdCollections } from "@/lib/operations/item/internal/hold-collections";
import { itemCreators } from "@/lib/operations/item/internal/new-items-access";
import { putIntoCollections } from "@/lib/operations/item/internal/put-into-collections";
import { setMarks } from "@/lib/operations/item/internal/set-marks";
import { keyOfWriter } from "@/lib/operations/key/internal/key-of-writer";
import type { Quota } from "@/lib/operations/limits";
import { account, ownAccount } from "@/lib/operations/locks";
import { madeBefore } from "@/lib/operations/made-before";
import { placeOf } from "@/lib/operations/organization/access";
import { done, doneUnrecorded } from "@/lib/operations/outcome";
import { bindingPolicies } from "@/lib/operations/policy/internal/binding-policies";
import { advanceAccount, advanceOwner } from "@/lib/operations/revision/internal/advance";

/**
 * Creates an item under an id that the browser made. Sent a second time, it changes nothing, not even if the
 * contents are others, and the answer says that the item existed. `updateItem` changes contents.
 */
export const createItem = defineCommand({
  name: "item.create",
  input: CreateItem,
  access: itemCreators,
  locks: ({ actor, input }) => (input.marks ? ownAccount(actor) : onesOwn(actor, input).map(account)),
  quota: ({ actor, input }) => onesOwn(actor, input).map(itemsQuota),
  async run({ tx, actor, input, standing, now }) {
    const { itemId, organizationId, organizationKeyId, collectionIds, marks, ...sealed } = input;
    const userId = personOf(actor);
    const into = [...new Set(collectionIds)];
    if (organizationId && standing !== "self")
      await holdCollections(tx, placeOf(standing), organizationId, into);

    const known = await tx.select().from(ciphers).where(eq(ciphers.id, itemId));
    const before = madeBefore(known, (item) =>
      organizationId ? item.organizationId === organizationId : item.userId === userId,
    );
    if (before)
      return doneUnrecorded(
        { itemId, revisedAt: before.revisedAt, existed: true },
        "the same request came before",
      );

    const policies = await bindingPolicies(tx, userId);
    assertAllowed(mayMakeItem(policies, { type: sealed.type, isOwn: organizationId === null }));
    const keyId = organizationId && (await keyOfWriter(tx, actor, organizationId, organizationKeyId));
    if (!organizationId) assertAllowed(mayKeepAnother(await tx.$count(ciphers, eq(ciphers.userId, userId))));
    if (organizationId && marks) await advanceAccount(tx, userId);
    const revisedAt = await advanceOwner(tx, organizationId, userId);
    const owner = organizationId ? { organizationId, organizationKeyId: keyId } : { userId };
    await tx.insert(ciphers).values({ id: itemId, ...owner, ...sealed, createdAt: revisedAt, revisedAt });
    if (organizationId) await putIntoCollections(tx, organizationId, [itemId], into);
    if (marks) await setMarks(tx, userId, [itemId], marks, now);
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
