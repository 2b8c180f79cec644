import "server-only";
import { and, eq } from "drizzle-orm";
import { organizationMembers } from "@/db/schema/organization-members";
import { providerMembers } from "@/db/schema/provider-members";
import { providerOrganizations } from "@/db/schema/provider-organizations";
import type { EncString, SealedKey } from "@/lib/crypto/types";
import type { ProviderId } from "@/lib/domain/ids";
import { OrganizationTarget } from "@/lib/domain/organization/inputs";
import { personOf } from "@/lib/operations/account/access";
import { NotFound, Refused } from "@/lib/operations/errors";
import { inOrganization, memberIdOf, placeOf } from "@/lib/operations/organization/access";
import { defineQuery } from "@/lib/operations/query";

type OrganizationKey =
  | { kind: "member"; organizationKeyForMember: SealedKey }
  | {
      kind: "provider";
      providerId: ProviderId;
      providerKeyForMember: SealedKey;
      organizationKeyForProvider: EncString;
    };

/** The organization's key as it is sealed for the actor: to themselves, or during a visit to their provider. */
export const getOrganizationKey = defineQuery({
  name: "organization.get_key",
  input: OrganizationTarget,
  access: inOrganization.be_there,
  async read({ tx, actor, input: { organizationId }, standing }): Promise<OrganizationKey> {
    const place = placeOf(standing);
    if (place.state === "suspended") throw new Refused("organization_suspended");
    const memberId = memberIdOf(place);
    if (memberId) {
      const [own] = await tx
        .select({ key: organizationMembers.organizationKeyForMember })
        .from(organizationMembers)
        .where(
          and(eq(organizationMembers.organizationId, organizationId), eq(organizationMembers.id, memberId)),
        );
      if (!own?.key) throw new NotFound();
      return { kind: "member", organizationKeyForMember: own.key };
    }
    const [tie] = await tx
      .select({
        providerId: providerOrganizations.providerId,
        providerKeyForMember: providerMembers.providerKeyForMember,
        organizationKeyForProvider: providerOrganizations.organizationKeyForProvider,
      })
      .from(providerOrganizations)
      .innerJoin(
        providerMembers,
        and(
          eq(providerMembers.providerId, providerOrganizations.providerId),
          eq(providerMembers.userId, personOf(actor)),
          eq(providerMembers.status, "confirmed"),
        ),
      )
      .where(eq(providerOrganizations.organizationId, organizationId));
    if (!tie?.providerKeyForMember) throw new NotFound();
    return { kind: "provider", ...tie, providerKeyForMember: tie.providerKeyForMember };
  },
});
