import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { oneTimeTokens } from "@/db/schema/one-time-tokens";
import type { OrganizationMemberId, ProviderId, ProviderMemberId, UserId } from "@/lib/domain/ids";
import { type TokenPurpose, tokenHours } from "@/lib/domain/token";

/** What the link is about. The database checks that each purpose names its subject. */
export type TokenSubject =
  | { purpose: "instance_set_up" }
  | { purpose: "administrator"; email: string }
  | { purpose: "registration"; email: string }
  | { purpose: "provider_set_up"; email: string; providerId: ProviderId }
  | { purpose: "provider_member"; email: string; providerMemberId: ProviderMemberId }
  | { purpose: "organization_member"; email: string; organizationMemberId: OrganizationMemberId }
  | { purpose: "email_verification"; email: string; userId: UserId };

/** The database keeps only this: whoever reads the table holds no link. */
export const hashOfToken = (token: string) => createHash("sha256").update(token).digest("base64url");

/**
 * Makes a link's token, 256 random bits in base64url, and puts earlier ones for the same subject out of use.
 */
export async function issueToken(tx: Tx, subject: TokenSubject, now: Date): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await tx
    .update(oneTimeTokens)
    .set({ replacedAt: now })
    .where(and(sameSubject(subject), isNull(oneTimeTokens.usedAt), isNull(oneTimeTokens.replacedAt)));
  await tx.insert(oneTimeTokens).values({
    ...subject,
    hash: hashOfToken(token),
    createdAt: now,
    expiresAt: new Date(Number(now) + hours(subject.purpose)),
  });
  return token;
}

const hours = (purpose: TokenPurpose) => tokenHours[purpose] * 60 * 60 * 1000;

function sameSubject(subject: TokenSubject) {
  const samePurpose = eq(oneTimeTokens.purpose, subject.purpose);
  switch (subject.purpose) {
    case "instance_set_up":
      return samePurpose;
    case "administrator":
    case "registration":
      return and(samePurpose, eq(oneTimeTokens.email, subject.email));
    case "provider_set_up":
      return and(samePurpose, eq(oneTimeTokens.providerId, subject.providerId));
    case "provider_member":
      return and(samePurpose, eq(oneTimeTokens.providerMemberId, subject.providerMemberId));
    case "organization_member":
      return and(samePurpose, eq(oneTimeTokens.organizationMemberId, subject.organizationMemberId));
    case "email_verification":
      return and(samePurpose, eq(oneTimeTokens.userId, subject.userId));
  }
}
