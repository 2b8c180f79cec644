import "server-only";
import { and, eq, isNotNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { oneTimeTokens } from "@/db/schema/one-time-tokens";
import { providerMembers } from "@/db/schema/provider-members";
import type { ProviderId, UserId } from "@/lib/domain/ids";
import { hashOfToken } from "@/lib/operations/token/internal/issue-token";

type Form = { token: string; userId: UserId; providerKeyForMember: string };

/** The provider that this person has set up already with this link and this key; null if there is none. */
export async function setUpBefore(
  tx: Tx,
  { token, userId, providerKeyForMember }: Form,
): Promise<ProviderId | null> {
  const [made] = await tx
    .select({ providerId: providerMembers.providerId })
    .from(oneTimeTokens)
    .innerJoin(providerMembers, eq(providerMembers.providerId, oneTimeTokens.providerId))
    .where(
      and(
        eq(oneTimeTokens.hash, hashOfToken(token)),
        isNotNull(oneTimeTokens.usedAt),
        eq(providerMembers.userId, userId),
        eq(sql`${providerMembers.providerKeyForMember}`, providerKeyForMember),
      ),
    );
  return made?.providerId ?? null;
}
