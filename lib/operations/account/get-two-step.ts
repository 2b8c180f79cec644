import "server-only";
import { and, asc, eq, isNotNull, isNull, not, sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { passkeys } from "@/db/schema/passkeys";
import { providerMembers } from "@/db/schema/provider-members";
import { providers } from "@/db/schema/providers";
import { recoveryCodes } from "@/db/schema/recovery-codes";
import { users } from "@/db/schema/users";
import type { UserId } from "@/lib/domain/ids";
import { personOf, signedIn } from "@/lib/operations/account/access";
import { isStaff } from "@/lib/operations/account/internal/is-staff";
import { passkeysWork } from "@/lib/operations/account/internal/relying-party";
import { authenticatorOf, methodsOf } from "@/lib/operations/account/internal/second-step-methods";
import { NotFound } from "@/lib/operations/errors";
import { hasOwnStep } from "@/lib/operations/own-step";
import { defineQuery } from "@/lib/operations/query";

/** How one's own log-in takes a second step, and how many recovery codes are left. */
export const getTwoStep = defineQuery({
  name: "account.get_two_step",
  worksWithTemporaryPassword: true,
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
      /** What a proof of the second step is asked by. */
      methods: await methodsOf(tx, userId),
      authenticatorSince: authenticator?.confirmedAt ?? null,
      passkeys: own,
      passkeysWork: passkeysWork(),
      codesByMail: user.codesByMail,
      /** Codes by mail are its only second step, which providers do not count. */
      isByMailAlone: user.codesByMail && authenticator === null && own.length === 0,
      isStaff: await isStaff(tx, userId),
      /** Providers that require a second step which this account lacks, confirmed or not. */
      requiredBy: await requiringProviders(tx, userId),
      codesLeft: await tx.$count(
        recoveryCodes,
        and(eq(recoveryCodes.userId, userId), isNull(recoveryCodes.usedAt)),
      ),
    };
  },
});

async function requiringProviders(tx: Tx, userId: UserId): Promise<string[]> {
  const found = await tx
    .select({ name: sql<string>`coalesce(${providers.name}, '')` })
    .from(providerMembers)
    .innerJoin(providers, eq(providers.id, providerMembers.providerId))
    .where(
      and(
        eq(providerMembers.userId, userId),
        eq(providers.requiresTwoStep, true),
        not(hasOwnStep(providerMembers.userId)),
      ),
    )
    .orderBy(asc(providers.name));
  return found.map(({ name }) => name);
}

export type TwoStep = Awaited<ReturnType<typeof getTwoStep.read>>;
export type OwnPasskey = TwoStep["passkeys"][number];
