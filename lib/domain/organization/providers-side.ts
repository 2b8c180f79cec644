import type { OrganizationStanding } from "@/lib/domain/organization/member";

/**
 * Whether somebody stands on the provider's side: they act for it, are of its team, have a place of its, or were let in
 * by it. What needs somebody who is none of the provider's is not theirs to decide.
 */
export const isOnProvidersSide = ({ capacity }: NonNullable<OrganizationStanding>): boolean =>
  capacity.as === "provider" || capacity.placeIsProviders || capacity.letInByProvider || capacity.isOfTeam;
