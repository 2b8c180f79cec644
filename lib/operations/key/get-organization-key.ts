import "server-only";
import { OrganizationTarget } from "@/lib/domain/organization/inputs";
import { personOf } from "@/lib/operations/account/access";
import { Refused } from "@/lib/operations/errors";
import { keyForMember } from "@/lib/operations/key/internal/key-for-member";
import { keyForVisitor } from "@/lib/operations/key/internal/key-for-visitor";
import { inOrganization, memberIdOf, placeOf } from "@/lib/operations/organization/access";
import { defineQuery } from "@/lib/operations/query";

/** The organization's key as it is sealed for the actor: to themselves, or during a visit to their provider. */
export const getOrganizationKey = defineQuery({
  name: "organization.get_key",
  input: OrganizationTarget,
  access: inOrganization.be_there,
  async read({ tx, actor, input: { organizationId }, standing }) {
    const place = placeOf(standing);
    if (place.state === "suspended") throw new Refused("organization_suspended");
    const [userId, memberId] = [personOf(actor), memberIdOf(place)];
    return memberId
      ? keyForMember(tx, organizationId, userId, memberId)
      : keyForVisitor(tx, organizationId, userId);
  },
});
