import "server-only";
import type { AuditEvent } from "@/lib/domain/events";
import type { OrganizationId, ProviderId, ProviderOrganizationId } from "@/lib/domain/ids";
import { type Plan, planFacts } from "@/lib/domain/organization/plans";

type Ids = {
  providerId: ProviderId;
  providerOrganizationId: ProviderOrganizationId;
  organizationId: OrganizationId;
};
type Assigned = { plan: Plan; seats: number };

/**
 * The events of a changed plan and of changed seats, for the provider's log and the client's. What has not
 * changed has no event.
 */
export function planAndSeatsChanged(
  { providerId, providerOrganizationId, organizationId }: Ids,
  { name, ...before }: Assigned & { name: string },
  after: Assigned,
): AuditEvent[] {
  const inTeam = { providerId, providerOrganizationId };
  const inClient = { providerId, organizationId };
  const events: AuditEvent[] = [];
  if (before.plan !== after.plan) {
    const details = { from: planFacts[before.plan].tier, to: planFacts[after.plan].tier };
    events.push(
      { type: "client.plan_changed", ...inTeam, details: { name, ...details } },
      { type: "organization.plan_changed", ...inClient, details },
    );
  }
  if (before.seats !== after.seats) {
    const details = { from: before.seats, to: after.seats };
    events.push(
      { type: "client.seats_changed", ...inTeam, details: { name, ...details } },
      { type: "organization.seats_changed", ...inClient, details },
    );
  }
  return events;
}
