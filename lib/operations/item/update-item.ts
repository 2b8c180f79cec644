import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { attachments } from "@/db/schema/attachments";
import { ciphers } from "@/db/schema/ciphers";
import { UpdateItem } from "@/lib/domain/item/inputs";
import { isAsKnown } from "@/lib/domain/item/known-revision";
import { personOf } from "@/lib/operations/account/access";
import { defineCommand } from "@/lib/operations/command";
import { NotFound, Refused } from "@/lib/operations/errors";
import { itemEditors, itemOf } from "@/lib/operations/item/access";
import { ownerOfItem } from "@/lib/operations/item/internal/lock-owner";
import { setMarks } from "@/lib/operations/item/internal/set-marks";
import { keyOfWriter } from "@/lib/operations/key/internal/key-of-writer";
import { ownAccount } from "@/lib/operations/locks";
import { done } from "@/lib/operations/outcome";
import { advanceAccount, advanceOwner } from "@/lib/operations/revision/internal/advance";

/**
 * Replaces an item's sealed parts. An item cannot change its type: with another type, it is not found.
 *
 * @throws {Refused} `item_out_of_date` when somebody else's version came after the one that was edited, it
 * is sealed as an organization's and is the actor's own, or under another key than its files, and `organization_key_replaced` when the organization has another key by
 * now.
 */
export const updateItem = defineCommand({
  name: "item.update",
  input: UpdateItem,
  access: itemEditors,
  locks: ({ tx, actor, input: { itemId, marks } }) =>
    marks ? ownAccount(actor) : ownerOfItem(tx, actor, itemId),
  async run({ tx, actor, input, standing, now }) {
    const { itemId, organizationKeyId, lastKnownRevisionDate, passwordChanged, marks, ...sealed } = input;
    const { organizationId } = itemOf(standing);
    const userId = personOf(actor);
    if (organizationId) await keyOfWriter(tx, actor, organizationId, organizationKeyId);
    // Sealed under an organization's key, what stays one's own would open to nobody.
    else if (organizationKeyId) throw new Refused("item_out_of_date");
    const [item] = await tx
      .select({ key: ciphers.key, revisedAt: ciphers.revisedAt, deletedAt: ciphers.deletedAt })
      .from(ciphers)
      .where(and(eq(ciphers.id, itemId), eq(ciphers.type, sealed.type)))
      .for("no key update");
    if (!item || item.deletedAt) throw new NotFound();
    if (!isAsKnown(item.revisedAt, lastKnownRevisionDate)) throw new Refused("item_out_of_date");
    // The keys of its files are under the key that it has.
    if (item.key !== sealed.key && (await tx.$count(attachments, eq(attachments.itemId, itemId))) > 0)
      throw new Refused("item_out_of_date");

    if (organizationId && marks) await advanceAccount(tx, userId);
    const revisedAt = await advanceOwner(tx, organizationId, userId);
    await tx
      .update(ciphers)
      .set({ ...sealed, revisedAt, ...(passwordChanged && { passwordChangedAt: sql`clock_timestamp()` }) })
      .where(eq(ciphers.id, itemId));
    if (marks) await setMarks(tx, userId, [itemId], marks, now);
    return done(
      { itemId, revisedAt },
      { type: "cipher.updated", itemId, ...(organizationId ? { organizationId } : { userId }) },
    );
  },
});
