import "server-only";
import { z } from "zod";
import { PasskeyId } from "@/lib/domain/ids";
import { personOf, sessionOf, signedIn } from "@/lib/operations/account/access";
import { askToSign } from "@/lib/operations/account/internal/passkey";
import { NotFound } from "@/lib/operations/errors";
import { defineQuery } from "@/lib/operations/query";

/**
 * What one's own passkeys are to sign next in this session: to prove the second step, or to unlock the vault. One of
 * them alone is asked where it is named.
 */
export const askPasskey = defineQuery({
  name: "account.ask_passkey",
  input: z.object({ purpose: z.enum(["prove", "unlock"]), passkeyId: PasskeyId.optional() }),
  access: signedIn,
  async read({ tx, actor, input: { purpose, passkeyId }, now }) {
    const bound = { userId: personOf(actor), purpose, at: sessionOf(actor) } as const;
    const toSign = await askToSign(tx, bound, now, passkeyId);
    if (!toSign) throw new NotFound();
    return toSign;
  },
});
