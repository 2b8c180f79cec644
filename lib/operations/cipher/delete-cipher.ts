import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { ciphers } from "@/db/schema/ciphers";
import { CipherTarget } from "@/lib/domain/cipher/inputs";
import { personOf } from "@/lib/operations/account/access";
import { itemDeleters, itemOf } from "@/lib/operations/cipher/access";
import { touchItemAccounts } from "@/lib/operations/cipher/touch-item-accounts";
import { defineCommand } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { done } from "@/lib/operations/outcome";

/** Puts an item into the trash: it is listed no more, and its row stays. */
export const deleteCipher = defineCommand({
  name: "cipher.delete",
  input: CipherTarget,
  access: itemDeleters,
  async run({ tx, actor, input: { cipherId }, standing, now }) {
    const { organizationId } = itemOf(standing);
    const userId = personOf(actor);
    const deleted = await tx
      .update(ciphers)
      .set({ deletedAt: now, revisedAt: now })
      .where(and(eq(ciphers.id, cipherId), isNull(ciphers.deletedAt)))
      .returning({ id: ciphers.id });
    if (deleted.length === 0) throw new NotFound();
    await touchItemAccounts(tx, { cipherId, organizationId }, userId, now);
    return done(
      { cipherId },
      { type: "cipher.deleted", cipherId, ...(organizationId ? { organizationId } : { userId }) },
    );
  },
});
