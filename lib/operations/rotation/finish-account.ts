import "server-only";
import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { rotations } from "@/db/schema/rotations";
import { userKeySuccessions } from "@/db/schema/user-keys";
import { users } from "@/db/schema/users";
import { FinishAccountRotation } from "@/lib/domain/rotation/inputs";
import { personOf, signedInNaming } from "@/lib/operations/account/access";
import { endSessionsOf } from "@/lib/operations/account/internal/end-sessions-of";
import { masterPasswordGuesses } from "@/lib/operations/account/internal/master-password-guesses";
import { expectStillProven, provenBy } from "@/lib/operations/account/internal/proof";
import { forgetDevices } from "@/lib/operations/account/internal/remembered-device";
import { defineCommand } from "@/lib/operations/command";
import { Refused } from "@/lib/operations/errors";
import { ownAccount } from "@/lib/operations/locks";
import { warnHolder } from "@/lib/operations/mail/internal/tell";
import { ownOrganizations } from "@/lib/operations/organization/internal/own-organizations";
import { done } from "@/lib/operations/outcome";
import { advanceAccount } from "@/lib/operations/revision/internal/advance";
import { lockOwnRotation } from "@/lib/operations/rotation/internal/own-rotation";
import { rowsOfAccount } from "@/lib/operations/rotation/internal/rows";
import { countLost, countRows } from "@/lib/operations/rotation/internal/staged-rows";
import { switchAccount } from "@/lib/operations/rotation/internal/switch-account";

/**
 * Switches an account to its next user key, which is sealed under the master password that is proven with it. Every
 * session ends, this one too: a tab that held the former key cannot write under it.
 *
 * @throws {Refused} `rotation_incomplete`
 */
export const finishAccountRotation = defineCommand({
  name: "rotation.finish_account",
  input: FinishAccountRotation,
  access: signedInNaming("the rotation has to be the account's own"),
  guesses: masterPasswordGuesses,
  prepare: ({ db, actor, input: { currentHash } }) => provenBy(db, actor, currentHash),
  // An enrolment stands in an organization, whose key pair has to stay the one that it was sealed to.
  locks: async ({ tx, actor }) => [...ownAccount(actor), ...(await ownOrganizations(tx, actor))],
  async run({ tx, actor, input: { rotationId, userKeyForAccount }, prepared, now }) {
    const userId = personOf(actor);
    const [account] = await tx
      .select({ passwordHash: users.passwordHash, email: users.email, locale: users.locale })
      .from(users)
      .where(eq(users.id, userId));
    // The next key is sealed under the master password that was proven.
    const user = expectStillProven(account, prepared);
    const rotation = await lockOwnRotation(tx, userId, { rotationId, organizationId: null });
    const kinds = rowsOfAccount(userId);
    const { left } = await countRows(tx, rotationId, kinds);
    if (left > 0) throw new Refused("rotation_incomplete", { count: left });

    const lost = await countLost(tx, rotationId, kinds);
    await switchAccount(tx, userId, rotationId, await advanceAccount(tx, userId));
    await tx
      .update(users)
      .set({
        userKeyForAccount,
        privateKeyForAccount: rotation.privateKey,
        keyRotatedAt: now,
        userKeyId: null,
        securityStamp: randomUUID(),
        revisedAt: now,
      })
      .where(eq(users.id, userId));
    // Their devices find by it that what they remember was sealed under the former key.
    const { predecessor, proof } = rotation;
    await tx.insert(userKeySuccessions).values({ userId, rotationId, predecessor, proof, at: now });
    await tx.delete(rotations).where(eq(rotations.id, rotationId));
    const { events } = await endSessionsOf(tx, userId, sql`true`, now);
    await forgetDevices(tx, userId);
    await warnHolder(tx, user, { kind: "account.key_rotated", at: now.toISOString() }, now);
    return done(null, { type: "user.rotated_key", userId, details: { lost } }, ...events);
  },
});
