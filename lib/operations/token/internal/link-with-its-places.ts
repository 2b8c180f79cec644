import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { oneTimeTokens } from "@/db/schema/one-time-tokens";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { policies } from "@/db/schema/policies";
import { providerMembers } from "@/db/schema/provider-members";
import { providers } from "@/db/schema/providers";
import { users } from "@/db/schema/users";
import type { MailLanguage } from "@/lib/domain/mail-language";
import { isOfAnyJoinedTeam, isOfWorkingTeam } from "@/lib/operations/is-in-team";
import { hasInForce, isInForce } from "@/lib/operations/policy/internal/in-force";
import { hashOfToken } from "@/lib/operations/token/internal/issue-token";

/** A link by its token, with what it invites to and what is demanded there. One statement. */
export const linkWithItsPlaces = (tx: Tx, token: string) =>
  tx
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
      language: sql<MailLanguage | null>`coalesce(${organizations.language}, ${providers.language})`,
      organizationStatus: organizationMembers.status,
      passwordPolicy: policies.data,
      asksTwoStep: hasInForce("two_step_login"),
      enrolsInRecovery: sql<boolean>`(not ${isOfAnyJoinedTeam}
        and ${hasInForce("account_recovery", sql`asked.data @> '{"autoEnrollEnabled": true}'`)})`,
      allowsNoOther: hasInForce("single_organization"),
      isOfTeam: isOfWorkingTeam,
      ownsData: sql<boolean>`(not ${isOfWorkingTeam} and ${hasInForce("data_ownership")})`,
    })
    .from(oneTimeTokens)
    .leftJoin(providerMembers, eq(providerMembers.id, oneTimeTokens.providerMemberId))
    .leftJoin(organizationMembers, eq(organizationMembers.id, oneTimeTokens.organizationMemberId))
    .leftJoin(organizations, eq(organizations.id, organizationMembers.organizationId))
    .leftJoin(
      policies,
      and(eq(policies.organizationId, organizations.id), eq(policies.type, "master_password"), isInForce),
    )
    .leftJoin(
      providers,
      sql`${providers.id} in (${oneTimeTokens.providerId}, ${providerMembers.providerId}, ${organizations.providerId})`,
    )
    .where(eq(oneTimeTokens.hash, hashOfToken(token)));
