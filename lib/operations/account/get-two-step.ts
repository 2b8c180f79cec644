import "server-only";
import { and, asc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { passkeys } from "@/db/schema/passkeys";
import { recoveryCodes } from "@/db/schema/recovery-codes";
import { users } from "@/db/schema/users";
import { personOf, signedIn } from "@/lib/operations/account/access";
import { isStaff } from "@/lib/operations/account/internal/is-staff";
import { passkeysWork } from "@/lib/operations/account/internal/relying-party";
import { authenticatorOf } from "@/lib/operations/account/internal/second-step";
import { NotFound } from "@/lib/operations/errors";
import { defineQuery } from "@/lib/operations/query";

/** How one's own log-in takes a second step, and how many recovery codes are left. */
export const getTwoStep = defineQuery({
  name: "account.get_two_step",
  input: z.object({}),
  access: signedIn,
  async read({ tx, actor }) {
    const userId = personOf(actor);
    const [user] = await tx
      .select({ codesByMail: users.codesByMail })
      .from(users)
      .where(eq(users.id, userId));
    if (!user) throw new NotFound();
    const authenticator = await authenticatorOf(tx, userId);
    const own = await tx
      .select({
        id: passkeys.id,
        name: passkeys.name,
        createdAt: passkeys.createdAt,
        lastUsedAt: passkeys.lastUsedAt,
        evaluates: passkeys.evaluates,
        unlocks: sql<boolean>`${isNotNull(passkeys.userKeyForPasskey)}`,
      })
      .from(passkeys)
      .where(eq(passkeys.userId, userId))
      .orderBy(asc(passkeys.createdAt), asc(passkeys.id));
    return {
      isOn: authenticator !== null || own.length > 0 || user.codesByMail,
      authenticatorSince: authenticator?.confirmedAt ?? null,
      passkeys: own,
      passkeysWork: passkeysWork(),
      codesByMail: user.codesByMail,
      isStaff: await isStaff(tx, userId),
      codesLeft: await tx.$count(
        recoveryCodes,
        and(eq(recoveryCodes.userId, userId), isNull(recoveryCodes.usedAt)),
      ),
    };
  },
});

export type TwoStep = Awaited<ReturnType<typeof getTwoStep.read>>;
export type OwnPasskey = TwoStep["passkeys"][number];
