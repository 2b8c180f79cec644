import "server-only";
import type { OwnerAct } from "@/lib/domain/event-subjects";
import type { AuditEvent } from "@/lib/domain/events";
import type { OrganizationMemberId, ProviderId, ProviderOrganizationId } from "@/lib/domain/ids";

/** An organization as its provider's log names it. */
export type Client = {
  providerId: ProviderId;
  providerOrganizationId: ProviderOrganizationId;
  client: string;
};
export type Owner = { memberId: OrganizationMemberId; email: string };

/** What the provider did to an owner's row, for its own log. The organization's log has the act itself, and who acted. */
export const touchedOwner = (
  { providerId, providerOrganizationId, client }: Client,
  { memberId: organizationMemberId, email }: Owner,
  act: OwnerAct,
): AuditEvent => ({
  type: "client.owner_touched",
  providerId,
  providerOrganizationId,
  organizationMemberId,
  details: { client, email, act },
});
