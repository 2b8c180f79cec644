import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { ciphers } from "@/db/schema/ciphers";
import { CipherTarget } from "@/lib/domain/cipher/inputs";
import { personOf } from "@/lib/operations/account/access";
import { itemDeleters, itemOf } from "@/lib/operations/cipher/access";
import { ownerOfItem } from "@/lib/operations/cipher/internal/lock-owner";
import { defineCommand } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { done } from "@/lib/operations/outcome";
import { advanceOwner } from "@/lib/operations/revision/internal/advance";

/** Puts an item into the trash: it is listed no more, and its row stays. */
export const deleteCipher = defineCommand({
  name: "cipher.delete",
  input: CipherTarget,
  access: itemDeleters,
  locks: ({ tx, actor, input: { cipherId } }) => ownerOfItem(tx, actor, cipherId),
  async run({ tx, actor, input: { cipherId }, standing, now }) {
    const { organizationId } = itemOf(standing);
    const userId = personOf(actor);
    const [item] = await tx
      .select({ id: ciphers.id })
      .from(ciphers)
      .where(and(eq(ciphers.id, cipherId), isNull(ciphers.deletedAt)))
      .for("no key update");
    if (!item) throw new NotFound();
    const revisedAt = await advanceOwner(tx, organizationId, userId);
    await tx.update(ciphers).set({ deletedAt: now, revisedAt }).where(eq(ciphers.id, cipherId));
    return done(
      { cipherId },
      { type: "cipher.deleted", cipherId, ...(organizationId ? { organizationId } : { userId }) },
    );
  },
});
