import "server-only";
import { and, eq, isNotNull, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import { accountRecoveries } from "@/db/schema/account-recoveries";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { providers } from "@/db/schema/providers";
import { users } from "@/db/schema/users";
import type { ListEnrolled } from "@/lib/domain/recovery/inputs";
import { isOfAnyJoinedTeam } from "@/lib/operations/is-in-team";
import { defineKeyset, holding } from "@/lib/operations/keyset";
import { askedColumns } from "@/lib/operations/recovery/internal/asked-of";

const asker = alias(users, "asker");

const isEnrolled: SQL<boolean> = sql<boolean>`(${isNotNull(organizationMembers.userKeyForOrganization)})`;

export const enrolled = defineKeyset("members and recovery", {
  name: [organizationMembers.sortName, organizationMembers.id],
});

/** Confirmed members by name, with what of recovery waits. One statement. */
export const readPage = (
  tx: Tx,
  { organizationId, search }: z.output<typeof ListEnrolled>,
  page: ReturnType<typeof enrolled.page>,
) =>
  tx
    .select({
      id: organizationMembers.id,
      userId: users.id,
      name: users.name,
      email: users.email,
      role: organizationMembers.role,
      isEnrolled,
      isStaff: isOfAnyJoinedTeam,
      asked: askedColumns,
      askerName: asker.name,
      askerEmail: asker.email,
      providerName: providers.name,
      place: page.place,
    })
    .from(organizationMembers)
    .innerJoin(users, eq(users.id, organizationMembers.userId))
    .innerJoin(organizations, eq(organizations.id, organizationMembers.organizationId))
    .leftJoin(accountRecoveries, eq(accountRecoveries.memberId, organizationMembers.id))
    .leftJoin(asker, eq(asker.id, accountRecoveries.askedBy))
    .leftJoin(providers, eq(providers.id, organizations.providerId))
    .where(
      and(
        eq(organizationMembers.organizationId, organizationId),
        eq(organizationMembers.status, "confirmed"),
        holding(search, organizationMembers.sortName, organizationMembers.address),
        page.where,
      ),
    )
    .orderBy(...page.orderBy)
    .limit(page.limit);
