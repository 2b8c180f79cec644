import "server-only";
import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { oneTimeTokens } from "@/db/schema/one-time-tokens";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { providerMembers } from "@/db/schema/provider-members";
import { providers } from "@/db/schema/providers";
import { users } from "@/db/schema/users";
import { judgeToken } from "@/lib/domain/token";
import { everyone } from "@/lib/operations/access";
import { addressLimit } from "@/lib/operations/address-limit";
import { defineQuery } from "@/lib/operations/query";
import { hashOfToken } from "@/lib/operations/token/internal/issue-token";

/**
 * What a link is for, as far as its holder may know. Of a link that no longer works, only the reason is told.
 * Reading a link does not use it up.
 */
export const readInvitation = defineQuery({
  name: "token.read_invitation",
  input: z.object({ token: z.string().max(200) }),
  access: everyone("whoever holds the link may know what it is"),
  throttle: ({ actor }) => [addressLimit("links", actor, 600, 600)],
  async read({ tx, input: { token }, now }) {
    const [row] = await tx
      .select({
        purpose: oneTimeTokens.purpose,
        email: oneTimeTokens.email,
        usedAt: oneTimeTokens.usedAt,
        replacedAt: oneTimeTokens.replacedAt,
        expiresAt: oneTimeTokens.expiresAt,
        hasAccount: sql<boolean>`exists (select 1 from ${users} where ${users.email} = ${oneTimeTokens.email})`,
        providerName: providers.name,
        providerRole: providerMembers.role,
        providerStatus: providerMembers.status,
        organizationName: organizations.name,
        organizationRole: organizationMembers.role,
        organizationStatus: organizationMembers.status,
      })
      .from(oneTimeTokens)
      .leftJoin(providerMembers, eq(providerMembers.id, oneTimeTokens.providerMemberId))
      .leftJoin(organizationMembers, eq(organizationMembers.id, oneTimeTokens.organizationMemberId))
      .leftJoin(organizations, eq(organizations.id, organizationMembers.organizationId))
      .leftJoin(
        providers,
        sql`${providers.id} in (${oneTimeTokens.providerId}, ${providerMembers.providerId}, ${organizations.providerId})`,
      )
      .where(eq(oneTimeTokens.hash, hashOfToken(token)));
    const state = judgeToken(row ?? null, now);
    const status = row?.providerStatus ?? row?.organizationStatus ?? null;
    // Somebody who was revoked before they accepted is not invited any more.
    if (!row || (state === "good" && status === "revoked"))
      return { state: "unknown", purpose: null } as const;
    if (state !== "good") return { state, purpose: row.purpose } as const;
    return {
      state,
      purpose: row.purpose,
      email: row.email,
      hasAccount: row.hasAccount,
      providerName: row.providerName,
      organizationName: row.organizationName,
      role: row.providerRole ?? row.organizationRole,
      accepted: status === "accepted" || status === "confirmed",
    } as const;
  },
});
