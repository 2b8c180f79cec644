import "server-only";
import { eq } from "drizzle-orm";
import { clientVisits } from "@/db/schema/client-visits";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import type { OrganizationId } from "@/lib/domain/ids";
import { mayDeleteAll } from "@/lib/domain/organization/counting-owner";
import { OrganizationTarget } from "@/lib/domain/organization/inputs";
import { personOf } from "@/lib/operations/account/access";
import { assertAllowed, defineCommand } from "@/lib/operations/command";
import { organization, ownAccount, seatsOf } from "@/lib/operations/locks";
import { giveNotice } from "@/lib/operations/mail/internal/tell";
import { inOrganization, placeOf } from "@/lib/operations/organization/access";
import { asClient } from "@/lib/operations/organization/internal/both-logs";
import { freeClientSeats } from "@/lib/operations/organization/internal/free-client-seats";
import { countConfirmed } from "@/lib/operations/organization/internal/lock-members";
import { lockOrganization } from "@/lib/operations/organization/internal/lock-organization";
import { whoCouldDelete } from "@/lib/operations/organization/internal/who-could-delete";
import { done } from "@/lib/operations/outcome";
import { accountsBehind } from "@/lib/operations/people/internal/members";
import { recentlyProven } from "@/lib/operations/recently-proven";
import { advanceAccounts, advanceOrganization } from "@/lib/operations/revision/internal/advance";
import { endVisits } from "@/lib/operations/visit/internal/end-visits";

const membersOf = (organizationId: OrganizationId) => ({
  of: organizationMembers,
  which: eq(organizationMembers.organizationId, organizationId),
});

/**
 * Deletes the organization with everything in it, for good. Its members keep their accounts, its provider gets the seats
 * back, and the logs go on telling of it. All owners and the provider's admins are told.
 *
 * @throws {Refused} `approver_of_provider` for whoever is on the provider's side while an owner counts.
 */
export const deleteOrganization = defineCommand({
  name: "organization.delete",
  input: OrganizationTarget,
  access: recentlyProven(inOrganization.delete_organization),
  locks: async ({ tx, actor, input: { organizationId } }) => {
    const client = await asClient(tx, organizationId);
    return [
      ...ownAccount(actor),
      ...(await accountsBehind(tx, membersOf(organizationId))),
      ...(client ? [seatsOf(client.providerId)] : []),
      // Acts of others in it that are under way come first, or find nothing.
      { ...organization(organizationId), takes: "authority" },
    ];
  },
  async run({ tx, actor, input: { organizationId }, standing, now }) {
    const { counting } = await countConfirmed(tx, organizationId);
    assertAllowed(mayDeleteAll(placeOf(standing.standing), counting));
    const client = await asClient(tx, organizationId);
    const { name: organizationName } = await lockOrganization(tx, organizationId);
    const people = await accountsBehind(tx, membersOf(organizationId));
    const told = await whoCouldDelete(tx, organizationId, client?.providerId ?? null);
    const left = await endVisits(tx, eq(clientVisits.organizationId, organizationId), now);
    const why = { by: personOf(actor), reason: "client_deleted" } as const;
    if (client) await freeClientSeats(tx, { ...client, organizationId }, why, now);
    const beyond = await advanceOrganization(tx, organizationId);
    await tx.delete(organizations).where(eq(organizations.id, organizationId));

    const mail = { kind: "organization.deleted", organizationName, at: now.toISOString() } as const;
    await giveNotice(
      tx,
      told.map((to) => ({ to, mail })),
      now,
    );
    await advanceAccounts(
      tx,
      people.flatMap((lock) => (lock.whole === "account" ? lock.id : [])),
      beyond,
    );
    const details = { name: organizationName };
    return done(
      { organizationId },
      { type: "organization.deleted", organizationId, details },
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
    );
  },
});
