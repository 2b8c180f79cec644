import "server-only";
import { and, eq, inArray, isNull } from "drizzle-orm";
import { organizationKeyHandovers } from "@/db/schema/organization-keys";
import { providerMembers } from "@/db/schema/provider-members";
import { providerOrganizations } from "@/db/schema/provider-organizations";
import { AdoptOrganizationKey } from "@/lib/domain/rotation/inputs";
import { personOf } from "@/lib/operations/account/access";
import { defineCommand } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { expectCurrentKey } from "@/lib/operations/key/internal/expect-current-key";
import { inOrganization, placeOf } from "@/lib/operations/organization/access";
import { doneUnrecorded } from "@/lib/operations/outcome";

/**
 * Keeps the key that an owner has handed over, sealed under the provider's key, so that the whole team has it. The
 * first of the team who enters does this. What was handed over to others stays with them.
 */
export const adoptOrganizationKey = defineCommand({
  name: "organization.adopt_key",
  input: AdoptOrganizationKey,
  access: inOrganization.rotate_key,
  async run({
    tx,
    actor,
    input: { organizationId, organizationKeyId, organizationKeyForProvider },
    standing,
  }) {
    const { capacity, providerId } = placeOf(standing);
    if (capacity.as !== "provider" || !providerId) throw new NotFound();
    await expectCurrentKey(tx, organizationId, organizationKeyId);
    const kept = await tx
      .update(providerOrganizations)
      .set({ organizationKeyForProvider })
      .where(
        and(
          eq(providerOrganizations.organizationId, organizationId),
          isNull(providerOrganizations.organizationKeyForProvider),
        ),
      )
      .returning({ id: providerOrganizations.id });
    if (kept.length === 0) return doneUnrecorded(null, "the team has the key already");
    await tx.delete(organizationKeyHandovers).where(
      and(
        eq(organizationKeyHandovers.organizationId, organizationId),
        inArray(
          organizationKeyHandovers.providerMemberId,
          tx
            .select({ id: providerMembers.id })
            .from(providerMembers)
            .where(eq(providerMembers.userId, personOf(actor))),
        ),
      ),
    );
    return doneUnrecorded(null, "the rotation stands in the log; who has the key is as it was before");
  },
});
