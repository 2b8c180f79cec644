import "server-only";
import { and, eq, gt, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { oneTimeTokens } from "@/db/schema/one-time-tokens";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { providerMembers } from "@/db/schema/provider-members";
import { providers } from "@/db/schema/providers";
import { users } from "@/db/schema/users";
import { personOf, signedIn } from "@/lib/operations/account/access";
import { defineQuery } from "@/lib/operations/query";

/** How many are named. */
const named = 10;

/**
 * What somebody is invited to at their present address and has not accepted, by name. These links are for that address
 * alone. Of an address that was not proven, nothing is told.
 */
export const listOpenInvitations = defineQuery({
  name: "account.list_open_invitations",
  input: z.object({}),
  access: signedIn,
  async read({ tx, actor, now }) {
    const rows = await tx
      .select({ name: sql<string>`coalesce(${organizations.name}, ${providers.name}, '')` })
      .from(oneTimeTokens)
      .innerJoin(users, and(eq(users.email, oneTimeTokens.email), isNotNull(users.emailVerifiedAt)))
      .leftJoin(organizationMembers, eq(organizationMembers.id, oneTimeTokens.organizationMemberId))
      .leftJoin(organizations, eq(organizations.id, organizationMembers.organizationId))
      .leftJoin(providerMembers, eq(providerMembers.id, oneTimeTokens.providerMemberId))
      .leftJoin(
        providers,
        eq(providers.id, sql`coalesce(${providerMembers.providerId}, ${oneTimeTokens.providerId})`),
      )
      .where(
        and(
          eq(users.id, personOf(actor)),
          inArray(oneTimeTokens.purpose, ["organization_member", "provider_member", "provider_set_up"]),
          isNull(oneTimeTokens.usedAt),
          isNull(oneTimeTokens.replacedAt),
          gt(oneTimeTokens.expiresAt, now),
        ),
      )
      .orderBy(oneTimeTokens.createdAt)
      .limit(named);
    return rows.map(({ name }) => name);
  },
});
