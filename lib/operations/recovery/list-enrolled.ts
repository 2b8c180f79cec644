import "server-only";
import { and, eq, isNotNull } from "drizzle-orm";
import { accountRecoveries } from "@/db/schema/account-recoveries";
import { organizationMembers } from "@/db/schema/organization-members";
import { users } from "@/db/schema/users";
import { actsForProvider } from "@/lib/domain/organization/provider-place";
import {
  mayApproveRecovery,
  mayAskRecovery,
  mayRecoverNow,
  mayTakeBackRecovery,
} from "@/lib/domain/recovery/asked";
import { ListEnrolled } from "@/lib/domain/recovery/inputs";
import { personOf } from "@/lib/operations/account/access";
import { defineKeyset } from "@/lib/operations/keyset";
import { inOrganization, placeOf } from "@/lib/operations/organization/access";
import { defineQuery } from "@/lib/operations/query";
import { askedOf } from "@/lib/operations/recovery/internal/asked-of";
import { recoveryPolicy } from "@/lib/operations/recovery/internal/recovery-policy";

const enrolled = defineKeyset("enrolled members", {
  name: [organizationMembers.sortName, organizationMembers.id],
});

/**
 * Members whose accounts the organization can recover, by name, with what waits. Whether somebody's rank is too high
 * elsewhere is judged when it is tried.
 */
export const listEnrolled = defineQuery({
  name: "recovery.list_enrolled",
  input: ListEnrolled,
  access: inOrganization.recover_accounts,
  async read({ tx, actor, input: { organizationId, cursor }, standing, now }) {
    const place = placeOf(standing);
    const forProvider = actsForProvider(place);
    const { waitHours } = await recoveryPolicy(tx, organizationId);
    const page = enrolled.page({ sort: "name", direction: "ascending", cursor });
    const rows = await tx
      .select({
        id: organizationMembers.id,
        userId: users.id,
        name: users.name,
        email: users.email,
        role: organizationMembers.role,
        asked: accountRecoveries,
        place: page.place,
      })
      .from(organizationMembers)
      .innerJoin(users, eq(users.id, organizationMembers.userId))
      .leftJoin(accountRecoveries, eq(accountRecoveries.memberId, organizationMembers.id))
      .where(
        and(
          eq(organizationMembers.organizationId, organizationId),
          isNotNull(organizationMembers.userKeyForOrganization),
          page.where,
        ),
      )
      .orderBy(...page.orderBy)
      .limit(page.limit);
    const { rows: members, next } = page.cut(rows);
    return {
      waitHours,
      next,
      members: members.map(({ asked, ...member }) => {
        const waits = askedOf(asked, personOf(actor));
        const isYou = member.userId === personOf(actor);
        const recoverer = { forProvider, isYou, waitHours };
        return {
          ...member,
          waits,
          may: {
            recover: mayRecoverNow(waits, { ...recoverer, now }).allowed,
            ask: mayAskRecovery(waits, recoverer).allowed,
            approve: mayApproveRecovery(place, waits).allowed,
            takeBack: mayTakeBackRecovery(place, waits, isYou).allowed,
          },
        };
      }),
    };
  },
});

export type Enrolled = Awaited<ReturnType<typeof listEnrolled.read>>;
