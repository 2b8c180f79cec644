import "server-only";
import { mayDeleteAll } from "@/lib/domain/organization/counting-owner";
import { OrganizationTarget } from "@/lib/domain/organization/inputs";
import { personOf } from "@/lib/operations/account/access";
import { assertAllowed, defineCommand } from "@/lib/operations/command";
import { inOrganization, placeOf } from "@/lib/operations/organization/access";
import { deleteWhole, locksOfDeletion } from "@/lib/operations/organization/internal/delete-whole";
import { countConfirmed } from "@/lib/operations/organization/internal/lock-members";
import { done } from "@/lib/operations/outcome";
import { recentlyProven } from "@/lib/operations/recently-proven";

/**
 * Deletes the organization with everything in it, for good.
 *
 * @throws {Refused} `approver_of_provider` for whoever is on the provider's side while an owner counts.
 */
export const deleteOrganization = defineCommand({
  name: "organization.delete",
  input: OrganizationTarget,
  access: recentlyProven(inOrganization.delete_organization),
  locks: ({ tx, actor, input: { organizationId } }) => locksOfDeletion(tx, actor, organizationId),
  async run({ tx, actor, input: { organizationId }, standing, now }) {
    const { counting } = await countConfirmed(tx, organizationId);
    assertAllowed(mayDeleteAll(placeOf(standing.standing), counting));
    return done({ organizationId }, ...(await deleteWhole(tx, organizationId, personOf(actor), now)));
  },
});
