import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { ciphers } from "@/db/schema/ciphers";
import { ItemTarget } from "@/lib/domain/item/inputs";
import { personOf } from "@/lib/operations/account/access";
import { defineCommand } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { itemDeleters, itemOf } from "@/lib/operations/item/access";
import { ownerOfItem } from "@/lib/operations/item/internal/lock-owner";
import { done } from "@/lib/operations/outcome";
import { advanceOwner } from "@/lib/operations/revision/internal/advance";

/** Puts an item into the trash. Its row stays, but no list shows it. */
export const deleteItem = defineCommand({
  name: "item.delete",
  input: ItemTarget,
  access: itemDeleters,
  locks: ({ tx, actor, input: { itemId } }) => ownerOfItem(tx, actor, itemId),
  async run({ tx, actor, input: { itemId }, standing, now }) {
    const { organizationId } = itemOf(standing);
    const userId = personOf(actor);
    const [item] = await tx
      .select({ id: ciphers.id })
      .from(ciphers)
      .where(and(eq(ciphers.id, itemId), isNull(ciphers.deletedAt)))
      .for("no key update");
    if (!item) throw new NotFound();
    const revisedAt = await advanceOwner(tx, organizationId, userId);
    await tx.update(ciphers).set({ deletedAt: now, revisedAt }).where(eq(ciphers.id, itemId));
    return done(
      { itemId },
      { type: "cipher.deleted", itemId, ...(organizationId ? { organizationId } : { userId }) },
    );
  },
});
