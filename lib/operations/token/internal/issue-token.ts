import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { and, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
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
  | { purpose: "provider_deletion"; email: string; providerId: ProviderId; userId: UserId }
  | { purpose: "organization_member"; email: string; organizationMemberId: OrganizationMemberId }
  | { purpose: "email_verification"; email: string; userId: UserId };

/** The database keeps only this: whoever reads the table holds no link. */
export const hashOfToken = (token: string) => createHash("sha256").update(token).digest("base64url");

/** Makes one link's token: see `issueTokens`. */
export async function issueToken(tx: Tx, subject: TokenSubject, now: Date): Promise<string> {
  const [token] = await issueTokens(tx, subject.purpose, [subject], now);
  if (!token) throw new Error("a token is made for each subject");
  return token;
}

/**
 * Makes a token for each subject, in their order: 256 random bits in base64url. Earlier ones for the same
 * subjects are put out of use. Two statements, whatever their number.
 */
export async function issueTokens<Purpose extends TokenPurpose>(
  tx: Tx,
  purpose: Purpose,
  subjects: Extract<TokenSubject, { purpose: Purpose }>[],
  now: Date,
): Promise<string[]> {
  if (subjects.length === 0) return [];
  const samePurpose = eq(oneTimeTokens.purpose, purpose);
  await tx
    .update(oneTimeTokens)
    .set({ replacedAt: now })
    .where(
      and(
        samePurpose,
        aboutOneOf(purpose, subjects),
        isNull(oneTimeTokens.usedAt),
        isNull(oneTimeTokens.replacedAt),
      ),
    );
  const issued = subjects.map((subject) => ({ subject, token: randomBytes(32).toString("base64url") }));
  const expiresAt = new Date(Number(now) + tokenHours[purpose] * 60 * 60 * 1000);
  await tx.insert(oneTimeTokens).values(
    issued.map(({ subject, token }) => ({
      ...subject,
      hash: hashOfToken(token),
      createdAt: now,
      expiresAt,
    })),
  );
  return issued.map(({ token }) => token);
}

/** Which of a subject's fields says whether two links are about the same thing. */
const subjectFields = {
  instance_set_up: null,
  administrator: "email",
  registration: "email",
  provider_set_up: "providerId",
  provider_member: "providerMemberId",
  provider_deletion: "providerId",
  organization_member: "organizationMemberId",
  email_verification: "userId",
} as const;

const noSubject = {
  email: null,
  providerId: null,
  providerMemberId: null,
  organizationMemberId: null,
  userId: null,
};

function aboutOneOf(purpose: TokenPurpose, subjects: TokenSubject[]): SQL | undefined {
  const field = subjectFields[purpose];
  if (!field) return undefined;
  const ids = subjects.map((subject) => ({ ...noSubject, ...subject })[field]);
  return inArray(sql`${oneTimeTokens[field]}`, ids);
}
