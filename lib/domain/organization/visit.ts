import { allow, type Decision, hide, refuse } from "@/lib/domain/decision";
import type { ProviderAccess } from "@/lib/domain/organization/member";

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
  providerState: "enabled" | "suspended";
} | null;

/** Confirmed provider users, unless the client has closed its door. A member needs no visit: they are at home. */
export function mayEnterClient(standing: VisitorStanding): Decision {
  if (!standing) return hide;
  if (standing.isMember) return refuse("already_a_member");
  if (standing.providerState === "suspended") return refuse("provider_suspended");
  return standing.access === "closed" ? refuse("provider_access_closed") : allow;
}
