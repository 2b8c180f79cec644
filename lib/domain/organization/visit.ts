import { allow, type Decision, hide, refuse } from "@/lib/domain/decision";
import type { ProviderAccess } from "@/lib/domain/organization/member";
import { mayInProvider, type ProviderStanding } from "@/lib/domain/provider/member";

/** A visit is over when the console was not used for so many minutes. */
export const visitIdleMinutes = 30;

/** A visit is over after so many hours, even if it is used. */
export const visitHours = 12;

/** How old "last used" may be before it is written again. */
const notedMinutes = 3;

/** Whether it is time to write again that a visit is in use. */
export const isVisitUnnoted = (lastSeenAt: Date, now: Date) =>
  Number(now) - Number(lastSeenAt) > notedMinutes * 60_000;

/** What decides whether somebody of a provider may open a client. */
export type VisitorStanding = {
  access: ProviderAccess;
  isMember: boolean;
  /** Their own place in the provider. */
  staff: NonNullable<ProviderStanding>;
} | null;

/**
 * Whether somebody may enter a client: a provider's user whose role has the permission, unless the client has
 * closed its door. A member of the client needs no visit.
 */
export function mayEnterClient(standing: VisitorStanding): Decision {
  if (!standing) return hide;
  if (standing.isMember) return refuse("already_a_member");
  const enters = mayInProvider("enter_clients", standing.staff);
  if (!enters.allowed) return enters;
  return standing.access === "closed" ? refuse("provider_access_closed") : allow;
}
