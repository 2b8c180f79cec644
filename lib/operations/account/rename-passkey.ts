import "server-only";
import { and, eq } from "drizzle-orm";
import { passkeys } from "@/db/schema/passkeys";
import { RenamePasskey } from "@/lib/domain/account/passkey";
import { personOf, signedIn } from "@/lib/operations/account/access";
import { defineCommand } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { doneUnrecorded } from "@/lib/operations/outcome";

/** What somebody calls one of their own passkeys. */
export const renamePasskey = defineCommand({
  name: "account.rename_passkey",
  input: RenamePasskey,
  access: signedIn,
  async run({ tx, actor, input: { passkeyId, name } }) {
    const [renamed] = await tx
      .update(passkeys)
      .set({ name })
      .where(and(eq(passkeys.id, passkeyId), eq(passkeys.userId, personOf(actor))))
      .returning({ id: passkeys.id });
    if (!renamed) throw new NotFound();
    return doneUnrecorded(null, "the name is for its person alone");
  },
});
