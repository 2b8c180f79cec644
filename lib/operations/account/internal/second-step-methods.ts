import "server-only";
import { and, eq, isNotNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { authenticators } from "@/db/schema/authenticators";
import { users } from "@/db/schema/users";
import type { SecondStepMethod } from "@/lib/domain/account/two-step";
import type { UserId } from "@/lib/domain/ids";
import { isStaff } from "@/lib/operations/account/internal/is-staff";

/** What a sealed secret belongs to, so that it opens for no other account. */
export const placeOfSecret = (userId: UserId) => ["authenticator", userId] as const;

/** The account's authenticator, if its first code has come. */
export async function authenticatorOf(tx: Tx, userId: UserId) {
  const [found] = await tx
    .select({ sealedSecret: authenticators.sealedSecret, confirmedAt: authenticators.confirmedAt })
    .from(authenticators)
    .where(and(eq(authenticators.userId, userId), isNotNull(authenticators.confirmedAt)));
  return found ?? null;
}

/**
 * How the account's log-in can take its second step, in the order in which they are offered; none where it takes none.
 * People of a provider's team get no codes by mail where they have another method: whoever reads their mail could enter
 * all their clients.
 */
export async function methodsOf(tx: Tx, userId: UserId): Promise<SecondStepMethod[]> {
  const [found] = await tx
    .select({
      authenticator: sql<boolean>`exists (select 1 from authenticators as app
        where app.user_id = users.id and app.confirmed_at is not null)`,
      passkey: sql<boolean>`exists (select 1 from passkeys as own where own.user_id = users.id)`,
      mail: users.codesByMail,
    })
    .from(users)
    .where(eq(users.id, userId));
  const methods = (["passkey", "authenticator", "mail"] as const).filter((method) => found?.[method]);
  if (methods.length < 2 || !found?.mail || !(await isStaff(tx, userId))) return methods;
  return methods.filter((method) => method !== "mail");
}
