import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { sessions } from "@/db/schema/sessions";
import { users } from "@/db/schema/users";
import { ChangeMasterPassword } from "@/lib/domain/account/inputs";
import { personOf, signedIn } from "@/lib/operations/account/access";
import { endOtherSessionsOf } from "@/lib/operations/account/end-sessions";
import { writeKdf } from "@/lib/operations/account/kdf-columns";
import { hashAuthentication, verifyAuthentication } from "@/lib/operations/account/password-hash";
import { defineCommand } from "@/lib/operations/command";
import { Refused } from "@/lib/operations/errors";
import { queueMail } from "@/lib/operations/mail/queue-mail";
import { done } from "@/lib/operations/outcome";
import { advanced } from "@/lib/operations/revision/advance";

/**
 * Puts the same user key under a new master password. The old one is proven first; every other session
 * ends, and this one goes on under the account's new stamp. Protocol chapter 5.9.
 */
export const changeMasterPassword = defineCommand({
  name: "account.change_master_password",
  input: ChangeMasterPassword,
  access: signedIn,
  limits: (_input, actor) => [{ what: "master_password", whom: personOf(actor), points: 10, seconds: 900 }],
  async run({ tx, actor, input: { currentHash, nextHash, kdf, userKeyForAccount }, now }) {
    const userId = personOf(actor);
    const [user] = await tx
      .select({ passwordHash: users.passwordHash, email: users.email, locale: users.locale })
      .from(users)
      .where(eq(users.id, userId))
      .for("update");
    const proven = await verifyAuthentication(user?.passwordHash ?? null, currentHash);
    if (!user || !proven) throw new Refused("wrong_master_password");

    const securityStamp = randomUUID();
    await tx
      .update(users)
      .set({
        passwordHash: await hashAuthentication(nextHash),
        ...writeKdf(kdf),
        userKeyForAccount,
        securityStamp,
        revisedAt: now,
        accountRevisedAt: advanced(users.accountRevisedAt),
      })
      .where(eq(users.id, userId));
    if (actor.kind === "user") {
      const thisOne = and(eq(sessions.id, actor.sessionId), eq(sessions.userId, userId));
      await tx.update(sessions).set({ securityStamp }).where(thisOne);
      await endOtherSessionsOf(tx, userId, actor.sessionId, now);
    }
    await queueMail(tx, user, { kind: "account.password_changed", at: now.toISOString() }, now);
    return done(null, { type: "user.changed_password", userId });
  },
});
