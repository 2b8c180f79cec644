import "server-only";
import { type AnyColumn, sql } from "drizzle-orm";
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
