import { all, allow, type Decision, refuse } from "@/lib/domain/decision";
import { OrganizationKeyId } from "@/lib/domain/ids";
import type { OrganizationStanding } from "@/lib/domain/organization/member";
import { ClientRef, ShownSeats } from "@/lib/domain/provider/inputs";
import { mayAssign, type PlanSeats } from "@/lib/domain/provider/seats";
import { SealedSymmetricKey } from "@/lib/domain/sealed";

export const LinkClient = ClientRef.extend({
  organizationKeyId: OrganizationKeyId,
  /** The organization's key, sealed under the provider's by a browser that holds both. */
  organizationKeyForProvider: SealedSymmetricKey,
  /** The numbers that the person has confirmed: with others, nothing happens. */
  shown: ShownSeats,
});

/** What is judged of an organization that is to become a client. */
export type Linkable = {
  hasProvider: boolean;
  isSuspended: boolean;
  /** A policy of it confirms members without anybody comparing, which excludes people of a provider. */
  confirmsAutomatically: boolean;
  seats: number;
  /** The provider's seats of the organization's plan; null where the provider has none of it. */
  plan: PlanSeats | null;
};

/** Whether an organization can become a client, added by somebody who purchases seats or not. That they own it is judged before. */
export const mayLink = (purchases: boolean, organization: Linkable): Decision =>
  all(
    organization.hasProvider ? refuse("organization_has_provider") : allow,
    organization.isSuspended ? refuse("organization_suspended") : allow,
    organization.confirmsAutomatically ? refuse("automatic_confirmation_is_on") : allow,
    organization.plan
      ? mayAssign(purchases, organization.plan, organization.seats)
      : refuse("plan_not_offered"),
  );

/** Whether a client can leave its provider: somebody must own it whose place is not the provider's. */
export const mayUnlink = (ownOwners: number): Decision => (ownOwners > 0 ? allow : refuse("no_own_owner"));

/** Whether its provider may delete a client: as long as nobody of the client's own has ever had its key. */
export const mayDeleteClient = (hasHadMembers: boolean): Decision =>
  hasHadMembers ? refuse("client_has_had_members") : allow;

/** Whether an owner may end the relation with the provider. Its own people do that in its portal, as its admins. */
export const mayLeaveProvider = (
  { capacity }: NonNullable<OrganizationStanding>,
  isOfTeam: boolean,
): Decision =>
  capacity.as === "provider" || capacity.placeIsProviders || isOfTeam
    ? refuse("approved_by_own_owners")
    : allow;

/** Whether so many of a provider's team are members of an organization that it is probably the team's own. */
export const isProbablyTheTeams = (members: number, team: number): boolean => members * 2 > team;
