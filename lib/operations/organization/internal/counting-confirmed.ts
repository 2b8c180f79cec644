import "server-only";
import { isOnProvidersSide } from "@/lib/domain/organization/providers-side";
import type { OrganizationPlace } from "@/lib/operations/organization/access";
import type { lockSelected } from "@/lib/operations/organization/internal/lock-members";

type Confirmed = Pick<
  Awaited<ReturnType<typeof lockSelected>>[number],
  "role" | "letInByProvider" | "placeIsProviders" | "hasJoinedTeam"
> & { given: { revisedAt?: Date | undefined } | undefined };

/**
 * Whoever the provider has let in stays so when it confirms them, or when whoever confirms them was not shown their role;
 * and whoever it has not let in does too.
 */
export const staysLetIn = (place: OrganizationPlace, { letInByProvider, given }: Confirmed) =>
  letInByProvider && (isOnProvidersSide(place) || !given?.revisedAt);

/** Whether somebody is an owner who counts from then on. */
export const countsOnceConfirmed = (place: OrganizationPlace, member: Confirmed) =>
  member.role === "owner" && !member.placeIsProviders && !member.hasJoinedTeam && !staysLetIn(place, member);
