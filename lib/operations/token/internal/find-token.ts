import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { oneTimeTokens } from "@/db/schema/one-time-tokens";
import { judgeToken, type TokenPurpose } from "@/lib/domain/token";
import { Refused } from "@/lib/operations/errors";
import { hashOfToken } from "@/lib/operations/token/internal/issue-token";

/** A token as links carry it: 43 characters of base64url. */
export const Token = z.string().regex(/^[A-Za-z0-9_-]{43}$/, { error: "link_unknown" });

const refusalOf = {
  unknown: "link_unknown",
  used: "link_used",
  replaced: "link_replaced",
  expired: "link_expired",
} as const;

/**
 * The row of a token, and whether it still works. It only reads, so a mail scanner that follows a link does not
 * use it up.
 */
export async function lookUpToken(tx: Tx, token: string, now: Date) {
  const [row] = await tx
    .select()
    .from(oneTimeTokens)
    .where(eq(oneTimeTokens.hash, hashOfToken(token)));
  return { row: row ?? null, state: judgeToken(row ?? null, now) };
}

/**
 * The row of a good token for one of `purposes`, locked so that of two people with the same link one waits.
 *
 * @throws {Refused} `link_unknown`, `link_used`, `link_replaced` or `link_expired`.
 */
export async function lockToken(tx: Tx, token: string, purposes: readonly TokenPurpose[], now: Date) {
  const [row] = await tx
    .select()
    .from(oneTimeTokens)
    .where(eq(oneTimeTokens.hash, hashOfToken(token)))
    .for("update");
  const state = judgeToken(row ?? null, now);
  if (state !== "good") throw new Refused(refusalOf[state]);
  if (!row || !purposes.includes(row.purpose)) throw new Refused("link_unknown");
  return row;
}

/** Uses a locked token up: it will not work again. */
export async function spendToken(tx: Tx, id: typeof oneTimeTokens.$inferSelect.id, now: Date) {
  await tx
    .update(oneTimeTokens)
    .set({ usedAt: now })
    .where(and(eq(oneTimeTokens.id, id), isNull(oneTimeTokens.usedAt)));
}

/** Makes the link of first-time set-up stop working, because there is an administrator now. */
export async function spendSetUpLinks(tx: Tx, now: Date) {
  await tx
    .update(oneTimeTokens)
    .set({ usedAt: now })
    .where(and(eq(oneTimeTokens.purpose, "instance_set_up"), isNull(oneTimeTokens.usedAt)));
}
