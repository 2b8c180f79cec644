import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq, ne } from "drizzle-orm";
import { sessions } from "@/db/schema/sessions";
import { users } from "@/db/schema/users";
import { ChangeMasterPassword } from "@/lib/domain/account/inputs";
import { personOf, sessionOf, signedIn } from "@/lib/operations/account/access";
import { endSessionsOf } from "@/lib/operations/account/internal/end-sessions-of";
import { writeKdf } from "@/lib/operations/account/internal/kdf-columns";
import { masterPasswordGuesses } from "@/lib/operations/account/internal/master-password-guesses";
import { hashAuthentication, verifyAuthentication } from "@/lib/operations/account/internal/password-hash";
import { forgetDevices } from "@/lib/operations/account/internal/remembered-device";
import { defineCommand } from "@/lib/operations/command";
import { Refused } from "@/lib/operations/errors";
import { ownAccount } from "@/lib/operations/locks";
import { warnHolder } from "@/lib/operations/mail/internal/tell";
import { done } from "@/lib/operations/outcome";
import { advanced } from "@/lib/operations/revision/internal/advance";

/**
 * Puts the same user key under a new master password. The old one is proven first; every other session
 * ends, and this one goes on under the account's new stamp. Protocol chapter 5.9.
 */
export const changeMasterPassword = defineCommand({
  name: "account.change_master_password",
  input: ChangeMasterPassword,
  access: signedIn,
  guesses: masterPasswordGuesses,
  async prepare({ db, input: { currentHash, nextHash }, actor }) {
    const [user] = await db
      .select({ passwordHash: users.passwordHash })
      .from(users)
      .where(eq(users.id, personOf(actor)));
    if (!user || !(await verifyAuthentication(user.passwordHash, currentHash)))
      throw new Refused("wrong_master_password");
    return { provenHash: user.passwordHash, nextPasswordHash: await hashAuthentication(nextHash) };
  },
  locks: ({ actor }) => ownAccount(actor),
  async run({ tx, actor, input: { kdf, userKeyForAccount }, prepared, now }) {
    const userId = personOf(actor);
    const [user] = await tx
      .select({
        passwordHash: users.passwordHash,
        email: users.email,
        locale: users.locale,
        isTemporary: users.mustChangePassword,
      })
      .from(users)
      .where(eq(users.id, userId));
    // Another session has changed the password since it was proven, so the proof is worth nothing.
    if (user?.passwordHash !== prepared.provenHash) throw new Refused("wrong_master_password");

    const securityStamp = randomUUID();
    await tx
      .update(users)
      .set({
        passwordHash: prepared.nextPasswordHash,
        ...writeKdf(kdf),
        userKeyForAccount,
        securityStamp,
        mustChangePassword: false,
        revisedAt: now,
        accountRevisedAt: advanced(users.accountRevisedAt),
      })
      .where(eq(users.id, userId));
    const sessionId = sessionOf(actor);
    await tx
      .update(sessions)
      .set({ securityStamp })
      .where(and(eq(sessions.id, sessionId), eq(sessions.userId, userId)));
    const { events } = await endSessionsOf(tx, userId, ne(sessions.id, sessionId), now);
    await forgetDevices(tx, userId);
    await warnHolder(tx, user, { kind: "account.password_changed", at: now.toISOString() }, now);
    const type = user.isTemporary ? "user.replaced_temporary_password" : "user.changed_password";
    return done(null, { type, userId }, ...events);
  },
});
