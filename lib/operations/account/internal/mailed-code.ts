import "server-only";
import { createHmac, randomInt } from "node:crypto";
import { and, eq, gt } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { mailedCodes } from "@/db/schema/mailed-codes";
import { type MailedCodePurpose, mailedCodeMinutes } from "@/lib/domain/account/mailed-code";
import type { UserId } from "@/lib/domain/ids";
import type { Quota } from "@/lib/operations/limits";
import { deriveSecret } from "@/lib/secrets";

/** For whom a code is, for what, and where it was sent. */
export type Mailed = { userId: UserId; purpose: MailedCodePurpose; address: string };

const hashOf = ({ userId, purpose, address }: Mailed, code: string) =>
  createHmac("sha256", deriveSecret("mailed codes"))
    .update(JSON.stringify([userId, purpose, address, code]))
    .digest("base64");

/** Makes a code of six digits, in the place of an earlier one for the same purpose, and until when it works. */
export async function issueMailedCode(tx: Tx, mailed: Mailed, now: Date) {
  const code = String(randomInt(1_000_000)).padStart(6, "0");
  const expiresAt = new Date(Number(now) + mailedCodeMinutes[mailed.purpose] * 60_000);
  const fresh = { address: mailed.address, hash: hashOf(mailed, code), createdAt: now, expiresAt };
  await tx
    .insert(mailedCodes)
    .values({ ...mailed, ...fresh })
    .onConflictDoUpdate({ target: [mailedCodes.userId, mailedCodes.purpose], set: fresh });
  return { code, expiresAt: expiresAt.toISOString() };
}

/** Takes a code, which then works no more. The statement itself decides: of two at the same moment, one is taken. */
export async function takeMailedCode(tx: Tx, mailed: Mailed, code: string, now: Date): Promise<boolean> {
  const taken = await tx
    .delete(mailedCodes)
    .where(
      and(
        eq(mailedCodes.userId, mailed.userId),
        eq(mailedCodes.purpose, mailed.purpose),
        eq(mailedCodes.hash, hashOf(mailed, code)),
        gt(mailedCodes.expiresAt, now),
      ),
    )
    .returning({ userId: mailedCodes.userId });
  return taken.length > 0;
}

/** Ten codes in a quarter of an hour and forty in a day, right or wrong, counted before they are looked at. */
export const mailedCodeQuota = (userId: UserId): Quota[] => [
  { what: "mailed_code", about: userId, points: 10, seconds: 900 },
  { what: "mailed_code_day", about: userId, points: 40, seconds: 24 * 3600 },
];
