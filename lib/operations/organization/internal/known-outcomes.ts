import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizationMembers } from "@/db/schema/organization-members";
import type { OrganizationId } from "@/lib/domain/ids";
import type { InvitationOutcome } from "@/lib/domain/invitations";
import type { OrganizationPlace } from "@/lib/operations/organization/access";
import { whoAwaitsApproval } from "@/lib/operations/organization/internal/ask-owners";
import { knownAddresses } from "@/lib/operations/people/internal/members";

/** What is known of addresses before any letter: who is there already, and whom an owner has to approve first. */
export async function knownOutcomes(
  tx: Tx,
  place: OrganizationPlace,
  organizationId: OrganizationId,
  emails: string[],
): Promise<Map<string, InvitationOutcome>> {
  const which = eq(organizationMembers.organizationId, organizationId);
  const known = await knownAddresses(tx, { of: organizationMembers, which }, emails);
  const fresh = emails.filter((email) => !known.has(email));
  return new Map([...known, ...(await whoAwaitsApproval(tx, place, organizationId, fresh))]);
}
