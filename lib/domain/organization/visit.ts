import { allow, type Decision, hide, refuse } from "@/lib/domain/decision";
import type { ProviderAccess } from "@/lib/domain/organization/member";
import { mayInProvider, type ProviderStanding } from "@/lib/domain/provider/member";

/** A visit in which the console was not used for so long is over. */
export const visitIdleMinutes = 30;

/** And so is one that has lasted so long, however much it was used. */
export const visitHours = 12;

/** How old "last used" may be before it is written again. */
const notedMinutes = 3;

/** Whether a visit's use is to be noted again. */
export const isVisitUnnoted = (lastSeenAt: Date, now: Date) =>
  Number(now) - Number(lastSeenAt) > notedMinutes * 60_000;

/** What decides whether somebody of a provider may open a client. */
export type VisitorStanding = {
  access: ProviderAccess;
  isMember: boolean;
  /** Their own place in the provider. */
  staff: NonNullable<ProviderStanding>;
} | null;

/** Provider users whose role has the permission, unless the client has closed its door. A member needs no visit: they are at home. */
export function mayEnterClient(standing: VisitorStanding): Decision {
  if (!standing) return hide;
  if (standing.isMember) return refuse("already_a_member");
  const enters = mayInProvider("enter_clients", standing.staff);
  if (!enters.allowed) return enters;
  return standing.access === "closed" ? refuse("provider_access_closed") : allow;
}
