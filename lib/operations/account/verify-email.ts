import "server-only";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { users } from "@/db/schema/users";
import { signedIn } from "@/lib/operations/account/access";
import { defineCommand } from "@/lib/operations/command";
import { Refused } from "@/lib/operations/errors";
import { ownAccount } from "@/lib/operations/locks";
import { done } from "@/lib/operations/outcome";
import { advanced } from "@/lib/operations/revision/internal/advance";
import { addresseeOf } from "@/lib/operations/token/internal/addressee-of";
import { lockToken, spendToken } from "@/lib/operations/token/internal/find-token";

/**
 * Marks an address as proven by its link.
 *
 * @throws {Refused} `email_does_not_match` when another account is signed in than the link was sent for.
 */
export const verifyEmail = defineCommand({
  name: "account.verify_email",
  input: z.object({ token: z.string().max(100) }),
  access: signedIn,
  locks: ({ actor }) => ownAccount(actor),
  async run({ tx, actor, input, now }) {
    const token = await lockToken(tx, input.token, ["email_verification"], now);
    const { userId, email } = await addresseeOf(tx, token, actor);
    if (token.userId !== userId) throw new Refused("link_unknown");
    await tx
      .update(users)
      .set({ emailVerifiedAt: now, revisedAt: now, accountRevisedAt: advanced(users.accountRevisedAt) })
      .where(and(eq(users.id, userId), eq(users.email, email)));
    await spendToken(tx, token.id, now);
    return done(null, { type: "user.verified_email", userId });
  },
});
