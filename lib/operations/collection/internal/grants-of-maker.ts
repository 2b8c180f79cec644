import "server-only";
import { managesWhatIsMade } from "@/lib/domain/collection/access";
import type { CollectionPermission } from "@/lib/domain/collection/permission";
import type { OrganizationMemberId } from "@/lib/domain/ids";
import { memberIdOf, type OrganizationPlace } from "@/lib/operations/organization/access";

type Grant = { memberId: OrganizationMemberId; permission: CollectionPermission };

/**
 * What the maker of a collection is given in it, whoever else is: to manage it, where they would not reach it or ask
 * for it. The provider's people are no members, so they are given nothing.
 */
export function grantsOfMaker(place: OrganizationPlace, forMaker: boolean): Grant[] {
  const memberId = memberIdOf(place);
  return memberId && (forMaker || managesWhatIsMade(place)) ? [{ memberId, permission: "manage" }] : [];
}
