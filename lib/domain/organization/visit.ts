import { allow, type Decision, hide, refuse } from "@/lib/domain/decision";
import type { ProviderAccess } from "@/lib/domain/organization/member";

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
