import "server-only";
import type { AuditEvent, OwnerAct } from "@/lib/domain/events";
import type {
  OrganizationId,
  OrganizationMemberId,
  ProviderId,
  ProviderOrganizationId,
} from "@/lib/domain/ids";

/** An organization as its provider's log names it. */
export type Client = {
  providerId: ProviderId;
  providerOrganizationId: ProviderOrganizationId;
  client: string;
};
export type Owner = { memberId: OrganizationMemberId; email: string };

/** What the provider did to an owner's row, for both logs. */
export const touchedOwner = (
  { providerId, providerOrganizationId, client }: Client,
  organizationId: OrganizationId,
  { memberId: organizationMemberId, email }: Owner,
  act: OwnerAct,
): AuditEvent[] => [
  {
    type: "organization_member.owner_touched_by_provider",
    providerId,
    organizationId,
    organizationMemberId,
    details: { email, act },
  },
  {
    type: "client.owner_touched",
    providerId,
    providerOrganizationId,
    organizationMemberId,
    details: { client, email, act },
  },
];
