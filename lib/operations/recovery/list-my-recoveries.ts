import "server-only";
import { and, asc, eq, isNotNull, or } from "drizzle-orm";
import { z } from "zod";
import { accountRecoveries } from "@/db/schema/account-recoveries";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { policies } from "@/db/schema/policies";
import { mayWithdrawFromRecovery, owesEnrolment } from "@/lib/domain/policy/depending";
import { personOf, signedIn } from "@/lib/operations/account/access";
import { isOfAnyJoinedTeam } from "@/lib/operations/is-in-team";
import { isInForce } from "@/lib/operations/policy/internal/in-force";
import { defineQuery } from "@/lib/operations/query";
import { askedColumns, askedOf } from "@/lib/operations/recovery/internal/asked-of";
import { enrolsEverybody } from "@/lib/operations/recovery/internal/recovery-policy";

/** The organizations that can recover one's account, or offer to, and what they have asked for. */
export const listMyRecoveries = defineQuery({
  name: "recovery.list_mine",
  worksWithTemporaryPassword: true,
  input: z.object({}),
  access: signedIn,
  async read({ tx, actor, now }) {
    const rows = await tx
      .select({
        organizationId: organizations.id,
        name: organizations.name,
        memberId: organizationMembers.id,
        userKeyForOrganization: organizationMembers.userKeyForOrganization,
        isStaff: isOfAnyJoinedTeam,
        data: policies.data,
        asked: askedColumns,
      })
      .from(organizationMembers)
      .innerJoin(organizations, eq(organizations.id, organizationMembers.organizationId))
      .leftJoin(
        policies,
        and(eq(policies.organizationId, organizations.id), eq(policies.type, "account_recovery"), isInForce),
      )
      .leftJoin(accountRecoveries, eq(accountRecoveries.memberId, organizationMembers.id))
      .where(
        and(
          eq(organizationMembers.userId, personOf(actor)),
          eq(organizationMembers.status, "confirmed"),
          or(isNotNull(policies.type), isNotNull(organizationMembers.userKeyForOrganization)),
        ),
      )
      .orderBy(asc(organizations.sortName), asc(organizations.id));
    return rows.map(({ userKeyForOrganization, isStaff, data, asked, ...row }) => {
      const isEnrolled = userKeyForOrganization !== null;
      const isRequired = enrolsEverybody(data);
      const { askedBy, askedAt } = asked;
      const readyAt = askedOf(asked, personOf(actor), now)?.readyAt;
      return {
        ...row,
        isEnrolled,
        /** Whether they may withdraw, once they are enrolled. */
        mayWithdraw: mayWithdrawFromRecovery({ isRequired, isStaff }).allowed,
        /** Whether this person's browser is to enrol them by itself. */
        isOwed: owesEnrolment({ isEnrolled, isRequired, isStaff }),
        /** Which request waits, and from when on the account may be recovered by it. */
        askedFor: readyAt && askedBy !== null && askedAt !== null ? { askedBy, askedAt, readyAt } : null,
      };
    });
  },
});

export type MyRecoveries = Awaited<ReturnType<typeof listMyRecoveries.read>>;
