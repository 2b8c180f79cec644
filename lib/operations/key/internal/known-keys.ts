import "server-only";
import { type AnyColumn, and, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { knownKeys } from "@/db/schema/known-keys";
import type { EncString } from "@/lib/crypto/types";
import type { UserId } from "@/lib/domain/ids";

type Known = "provider" | "organization" | "account" | "compared";

/** A column of a select: the account's record of the key of what `id` names, or null. It comes with the key. */
export const knownKeyOf = (userId: UserId, what: Known, id: AnyColumn) =>
  sql<EncString | null>`(select known.record from ${knownKeys} as known
    where known.user_id = ${userId} and known.subject = ${`${what}:`} || ${id}::text)`;

/** Columns of a select: what the account remembers of the public key of the person whose id is `id`. */
export const rememberedOf = (userId: UserId, id: AnyColumn) => ({
  knownPublicKey: knownKeyOf(userId, "account", id),
  comparedPublicKey: knownKeyOf(userId, "compared", id),
});

type Records = Record<UserId, EncString>;

/**
 * The account's records of the public keys of these people, by their ids: of all it knows, and of those it has
 * compared.
 */
export async function knownAccounts(
  tx: Tx,
  userId: UserId,
  people: readonly UserId[],
): Promise<{ known: Records; compared: Records }> {
  if (people.length === 0) return { known: {}, compared: {} };
  const subjects = people.flatMap((id) => [`account:${id}`, `compared:${id}`]);
  const records = await tx
    .select({ subject: knownKeys.subject, record: knownKeys.record })
    .from(knownKeys)
    .where(and(eq(knownKeys.userId, userId), inArray(knownKeys.subject, subjects)));
  const of = (what: Known): Records =>
    Object.fromEntries(
      records.flatMap(({ subject, record }) =>
        subject.startsWith(`${what}:`) ? [[subject.slice(what.length + 1), record]] : [],
      ),
    );
  return { known: of("account"), compared: of("compared") };
}
