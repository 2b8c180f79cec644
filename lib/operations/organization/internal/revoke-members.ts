import "server-only";
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { oneTimeTokens } from "@/db/schema/one-time-tokens";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import type { AuditEvent } from "@/lib/domain/events";
import type { OrganizationId } from "@/lib/domain/ids";
import { occupiesSeat } from "@/lib/domain/organization/member";
import { eventOfRevocation, type RevocationReason } from "@/lib/domain/organization/revoking";
import { pageLink } from "@/lib/operations/links";
import { tellAll } from "@/lib/operations/mail/internal/tell";
import { dropRecoveries } from "@/lib/operations/organization/internal/drop-recoveries";
import type { lockMembers } from "@/lib/operations/organization/internal/lock-members";
import { lockOrganization } from "@/lib/operations/organization/internal/lock-organization";
import { advanceAccounts, advanceOrganization } from "@/lib/operations/revision/internal/advance";

type Locked = Pick<
  Awaited<ReturnType<typeof lockMembers>>[number],
  "id" | "userId" | "role" | "status" | "shownEmail" | "account"
>;

/**
 * Revokes members whose rows are locked, under the locks of their organization and accounts, and frees their seats.
 * Their rows keep what they are given again when they are restored: role, collections, groups and the sealed key,
 * which nobody is served meanwhile. Links that invited them are gone, and so is a recovery of their account that was
 * asked for. Each is told. Nothing is judged here.
 */
export async function revokeMembers(
  tx: Tx,
  organizationId: OrganizationId,
  members: readonly Locked[],
  reason: RevocationReason,
  now: Date,
): Promise<void> {
  if (members.length === 0) return;
  const { name: organizationName } = await lockOrganization(tx, organizationId);
  const ids = members.map(({ id }) => id);
  await tx
    .update(organizationMembers)
    .set({
      status: "revoked",
      revocationReason: reason,
      readUntil: sql`case when ${organizationMembers.status} = 'confirmed' then clock_timestamp()
        else ${organizationMembers.readUntil} end`,
      revisedAt: now,
    })
    .where(inArray(organizationMembers.id, ids));
  await tx
    .delete(oneTimeTokens)
    .where(and(inArray(oneTimeTokens.organizationMemberId, ids), isNull(oneTimeTokens.usedAt)));
  await dropRecoveries(tx, organizationId, ids);
  const freed = members.filter(({ status }) => occupiesSeat(status)).length;
  await tx
    .update(organizations)
    .set({ usedSeats: sql`${organizations.usedSeats} - ${freed}`, revisedAt: now })
    .where(eq(organizations.id, organizationId));
  const mail = {
    kind: "organization.revoked",
    link: pageLink(leadsTo[reason]),
    organizationName,
    reason,
  } as const;
  await tellAll(
    tx,
    members.flatMap(({ account }) => (account ? { to: account, mail } : [])),
    now,
  );
  const accounts = members.flatMap(({ userId }) => userId ?? []);
  if (accounts.length > 0) await advanceAccounts(tx, accounts, await advanceOrganization(tx, organizationId));
}

/** Where somebody finds what they can do about it. */
const leadsTo: Record<RevocationReason, `/${string}`> = {
  manual: "/vault",
  two_factor_policy: "/account#two-step",
  single_organization_policy: "/account",
  data_ownership_policy: "/vault",
};

/** What the log says of one who was revoked. */
export const revocation = (
  organizationId: OrganizationId,
  { id, userId, role, shownEmail }: Locked,
  reason: RevocationReason,
): AuditEvent => ({
  type: eventOfRevocation[reason],
  organizationId,
  organizationMemberId: id,
  ...(userId && { userId }),
  details: { email: shownEmail, role },
});
