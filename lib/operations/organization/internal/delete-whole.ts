import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { clientVisits } from "@/db/schema/client-visits";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import type { Actor } from "@/lib/domain/actor";
import type { AuditEvent } from "@/lib/domain/events";
import type { OrganizationId, ProviderId, UserId } from "@/lib/domain/ids";
import { type Lock, ownAccount, seatsOf } from "@/lib/operations/locks";
import { giveNotice } from "@/lib/operations/mail/internal/tell";
import { asClient } from "@/lib/operations/organization/internal/both-logs";
import { freeClientSeats } from "@/lib/operations/organization/internal/free-client-seats";
import { lockOrganization } from "@/lib/operations/organization/internal/lock-organization";
import { toldOfDeletion } from "@/lib/operations/organization/internal/told-of-deletion";
import { accountsBehind, usersBehind } from "@/lib/operations/people/internal/members";
import { leaveClientJobs } from "@/lib/operations/provider/internal/client-jobs-over";
import { advanceAccounts, advanceOrganization } from "@/lib/operations/revision/internal/advance";
import { endVisits } from "@/lib/operations/visit/internal/end-visits";

const membersOf = (organizationId: OrganizationId) => ({
  of: organizationMembers,
  which: eq(organizationMembers.organizationId, organizationId),
});

/** The locks of `deleteWhole`: acts of others in the organization that are under way come first, or find nothing. */
export async function locksOfDeletion(tx: Tx, actor: Actor, organizationId: OrganizationId): Promise<Lock[]> {
  const client = await asClient(tx, organizationId);
  return [
    ...ownAccount(actor),
    ...(await accountsBehind(tx, membersOf(organizationId))),
    ...(client ? [seatsOf(client.providerId)] : []),
    { whole: "organization", id: organizationId, takes: "authority" },
  ];
}

/**
 * Deletes an organization with everything in it, for good. Its members keep their accounts, its provider gets the seats
 * back, and the logs go on telling of it. All owners and the provider's admins are told.
 *
 * @param byProvider the provider whose doing it is, for the log; nothing where an owner deletes it.
 * @returns what both logs say.
 */
export async function deleteWhole(
  tx: Tx,
  organizationId: OrganizationId,
  by: UserId,
  now: Date,
  byProvider: { providerId: ProviderId } | Record<string, never> = {},
): Promise<[AuditEvent, ...AuditEvent[]]> {
  const client = await asClient(tx, organizationId);
  const { name } = await lockOrganization(tx, organizationId);
  const people = await usersBehind(tx, membersOf(organizationId));
  const told = await toldOfDeletion(tx, organizationId, client?.providerId ?? null);
  const left = await endVisits(tx, eq(clientVisits.organizationId, organizationId), now);
  const why = { by, reason: "client_deleted" } as const;
  if (client) await freeClientSeats(tx, { ...client, organizationId }, why, now);
  const ended = client ? await leaveClientJobs(tx, { ...client, organizationId }) : [];
  const beyond = await advanceOrganization(tx, organizationId);
  await tx.delete(organizations).where(eq(organizations.id, organizationId));

  const mail = { kind: "organization.deleted", organizationName: name, at: now.toISOString() } as const;
  await giveNotice(
    tx,
    told.map((to) => ({ to, mail })),
    now,
  );
  await advanceAccounts(tx, people, beyond);
  const details = { name };
  return [
    { type: "organization.deleted", organizationId, ...byProvider, details },
    ...(client
      ? [
          {
            type: "client.deleted" as const,
            providerId: client.providerId,
            providerOrganizationId: client.providerOrganizationId,
            details,
          },
        ]
      : []),
    ...left,
    ...ended,
  ];
}
