import type {
  CipherId,
  CollectionId,
  OrganizationId,
  OrganizationMemberId,
  ProviderId,
  ProviderMemberId,
  ProviderOrganizationId,
  UserId,
} from "@/lib/domain/ids";

/**
 * What can happen, as words, with the numbers that parsers of other clients' logs know (protocol chapter
 * 15.2). Numbers in the gaps (x50 and up, 1804 to 1813, 1904 to 1911) are our own.
 */
export const eventNumbers = {
  "user.logged_in": 1000,
  "user.changed_password": 1001,
  "user.failed_log_in": 1005,
  "user.registered": 1050,
  "user.verified_email": 1051,
  "user.ended_sessions": 1052,
  "user.updated_profile": 1053,
  "user.logged_out": 1054,
  "cipher.created": 1100,
  "cipher.updated": 1101,
  "cipher.deleted": 1102,
  "cipher.viewed": 1107,
  "cipher.password_revealed": 1108,
  "cipher.password_copied": 1111,
  "collection.created": 1300,
  "collection.updated": 1301,
  "collection.deleted": 1302,
  "organization_member.invited": 1500,
  "organization_member.confirmed": 1501,
  "organization_member.updated": 1502,
  "organization_member.removed": 1503,
  "organization_member.accepted": 1550,
  "organization_member.reinvited": 1551,
  "organization.updated": 1600,
  "organization.entered_by_provider": 1603,
  "organization.left_by_provider": 1650,
  "organization.seats_changed": 1651,
  "provider_member.invited": 1800,
  "provider_member.confirmed": 1801,
  "provider_member.updated": 1802,
  "provider_member.removed": 1803,
  "provider_member.accepted": 1804,
  "provider_member.reinvited": 1805,
  "provider.invited": 1808,
  "provider.reinvited": 1809,
  "provider.set_up": 1810,
  "provider.updated": 1813,
  "client.created": 1900,
  "client.entered": 1903,
  "client.left": 1904,
  "client.renamed": 1910,
  "client.seats_changed": 1911,
} as const;

export type EventType = keyof typeof eventNumbers;
export const eventTypes = Object.keys(eventNumbers) as [EventType, ...EventType[]];

/** What an event is about. Ids outlive their rows: the log keeps them when the thing itself is gone. */
export type EventSubjects = {
  userId?: UserId;
  providerId?: ProviderId;
  providerMemberId?: ProviderMemberId;
  providerOrganizationId?: ProviderOrganizationId;
  organizationId?: OrganizationId;
  organizationMemberId?: OrganizationMemberId;
  collectionId?: CollectionId;
  cipherId?: CipherId;
};

/** Plain facts that make the sentence readable later: names, addresses, numbers. Never anything sealed or secret. */
export type EventDetails = Record<string, string | number>;

/**
 * Something that happened. A provider's log holds the events with its id and no organization; an
 * organization's log holds the events with its id, stamped with the provider where one acted.
 */
export type AuditEvent = { type: EventType; details?: EventDetails } & EventSubjects;
