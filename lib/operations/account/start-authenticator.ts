import "server-only";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { authenticators } from "@/db/schema/authenticators";
import { users } from "@/db/schema/users";
import { personOf, signedIn } from "@/lib/operations/account/access";
import { authenticatorOf, placeOfSecret } from "@/lib/operations/account/internal/second-step-methods";
import { makeTotpSecret, totpAddress } from "@/lib/operations/account/internal/totp";
import { defineCommand } from "@/lib/operations/command";
import { NotFound, Refused } from "@/lib/operations/errors";
import { ownAccount } from "@/lib/operations/locks";
import { doneUnrecorded } from "@/lib/operations/outcome";
import { recentlyProven } from "@/lib/operations/recently-proven";
import { sealAtRest } from "@/lib/secrets-at-rest";

/**
 * Begins to set up an authenticator app: answers a fresh secret, which is asked of nobody until its first code has
 * come. Beginning anew takes the place of what was begun.
 */
export const startAuthenticator = defineCommand({
  name: "account.start_authenticator",
  input: z.object({}),
  access: recentlyProven(signedIn),
  locks: ({ actor }) => ownAccount(actor),
  async run({ tx, actor, now }) {
    const userId = personOf(actor);
    if (await authenticatorOf(tx, userId)) throw new Refused("two_step_is_on");
    const [user] = await tx.select({ email: users.email }).from(users).where(eq(users.id, userId));
    if (!user) throw new NotFound();
    const secret = makeTotpSecret();
    const fresh = { sealedSecret: sealAtRest(secret, placeOfSecret(userId)), createdAt: now, lastStep: 0 };
    await tx
      .insert(authenticators)
      .values({ userId, ...fresh })
      .onConflictDoUpdate({ target: authenticators.userId, set: fresh });
    return doneUnrecorded({ secret, address: totpAddress(secret, user.email) }, "nothing is asked for yet");
  },
});
