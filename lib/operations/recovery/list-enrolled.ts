import "server-only";
import { and, eq, isNotNull, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { accountRecoveries } from "@/db/schema/account-recoveries";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { providers } from "@/db/schema/providers";
import { users } from "@/db/schema/users";
import { accountLabel } from "@/lib/domain/account/label";
import { owesEnrolment } from "@/lib/domain/policy/depending";
import {
  mayApproveRecovery,
  mayAskRecovery,
  mayRecoverNow,
  mayTakeBackRecovery,
  recoversForProvider,
} from "@/lib/domain/recovery/asked";
import { ListEnrolled } from "@/lib/domain/recovery/inputs";
import { reachesRankHere } from "@/lib/domain/recovery/rank";
import { usableUntil } from "@/lib/domain/recovery/term";
import { personOf } from "@/lib/operations/account/access";
import { isOfAnyJoinedTeam } from "@/lib/operations/is-in-team";
import { defineKeyset, holding } from "@/lib/operations/keyset";
import { inOrganization, placeOf } from "@/lib/operations/organization/access";
import { defineQuery } from "@/lib/operations/query";
import { askedColumns, askedOf } from "@/lib/operations/recovery/internal/asked-of";
import { recoveryPolicy } from "@/lib/operations/recovery/internal/recovery-policy";

const asker = alias(users, "asker");

const isEnrolled: SQL<boolean> = sql<boolean>`(${isNotNull(organizationMembers.userKeyForOrganization)})`;

const confirmed = defineKeyset("members and recovery", {
  name: [organizationMembers.sortName, organizationMembers.id],
});

/**
 * Confirmed members by name: whether the organization can recover their accounts, and what waits. Whether somebody's
 * rank is too high elsewhere than here is judged when it is tried.
 */
export const listEnrolled = defineQuery({
  name: "recovery.list_enrolled",
  input: ListEnrolled,
  access: inOrganization.recover_accounts,
  async read({ tx, actor, input: { organizationId, search, sort, direction, cursor }, standing, now }) {
    const place = placeOf(standing);
    const { waitHours, autoEnrollEnabled } = await recoveryPolicy(tx, organizationId);
    const page = confirmed.page({ sort, direction, cursor });
    const rows = await tx
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
    const { rows: members, next } = page.cut(rows);
    return {
      waitHours,
      next,
      members: members.map(({ asked, askerName, askerEmail, providerName, isStaff, ...member }) => {
        const waits = askedOf(asked, personOf(actor), now);
        const isYou = member.userId === personOf(actor);
        const forProvider = recoversForProvider(place);
        const recoverer = { forProvider, isYou, waitHours };
        const { capacity } = place;
        const own = capacity.as === "provider" ? "provider" : capacity.role;
        const reaches = reachesRankHere({ target: member.role, actor: own });
        const askedAt = asked.askedAt ?? now;
        return {
          ...member,
          /** Whether a policy enrols them, and their browser has not done it yet. */
          isOwed: owesEnrolment({ isEnrolled: member.isEnrolled, isRequired: autoEnrollEnabled, isStaff }),
          /** Whether an owner would have to approve what is asked for. */
          forProvider,
          waits:
            waits && asked.askedBy !== null
              ? {
                  ...waits,
                  askedBy: asked.askedBy,
                  askedAt,
                  isReady: waits.readyAt <= now,
                  usableUntil: usableUntil(
                    { askedAt, readyAt: waits.readyAt, approvedAt: asked.approvedAt },
                    asked.waitHours ?? 0,
                  ),
                  /** Who asked, and for which provider; null where the account is gone, and where it is a member's own act. */
                  asker: askerEmail && accountLabel({ name: askerName, email: askerEmail }),
                  providerName: waits.forProvider ? providerName : null,
                }
              : null,
          may: {
            recover: member.isEnrolled && reaches && mayRecoverNow(waits, { ...recoverer, now }).allowed,
            ask: member.isEnrolled && reaches && mayAskRecovery(waits, recoverer).allowed,
            approve: mayApproveRecovery(place, waits).allowed,
            takeBack: mayTakeBackRecovery(place, waits, isYou).allowed,
          },
        };
      }),
    };
  },
});

export type Enrolled = Awaited<ReturnType<typeof listEnrolled.read>>;
