import type { EncString } from "@/lib/crypto/types";
import type { CollectionPermission } from "@/lib/domain/collection/permission";
import type { DeviceType } from "@/lib/domain/device";
import type {
  CollectionId,
  GroupId,
  ItemId,
  OrganizationId,
  OrganizationKeyId,
  OrganizationMemberId,
  ProviderId,
  ProviderMemberId,
  ProviderOrganizationId,
  UserId,
} from "@/lib/domain/ids";
import type { OrganizationRole, ProviderAccess } from "@/lib/domain/organization/member";
import type { Tier } from "@/lib/domain/organization/plans";
import type { PolicyType } from "@/lib/domain/policy/types";
import type { ProviderRole } from "@/lib/domain/provider/member";

/**
 * What can happen, as words, with the numbers that parsers of other clients' logs know (protocol chapter
 * 15.2). Numbers in the gaps (x50 and up, 1804 to 1813, 1904 to 1913) are our own.
 */
export const eventNumbers = {
  "user.logged_in": 1000,
  "user.changed_password": 1001,
  "user.changed_two_step": 1002,
  "user.turned_off_two_step": 1003,
  "user.used_recovery_code": 1004,
  "user.failed_log_in": 1005,
  "user.failed_second_step": 1006,
  "user.registered": 1050,
  "user.verified_email": 1051,
  "user.ended_sessions": 1052,
  "user.updated_profile": 1053,
  "user.logged_out": 1054,
  "user.became_administrator": 1055,
  "user.rotated_key": 1056,
  "user.replaced_temporary_password": 1008,
  "user.changed_kdf": 1060,
  "user.changed_email": 1061,
  "user.forgot_device": 1062,
  "user.deleted": 1063,
  "cipher.created": 1100,
  "cipher.updated": 1101,
  "cipher.deleted": 1102,
  "cipher.viewed": 1107,
  "cipher.password_revealed": 1108,
  "cipher.password_copied": 1111,
  "collection.created": 1300,
  "collection.updated": 1301,
  "collection.deleted": 1302,
  "group.created": 1400,
  "group.updated": 1401,
  "group.deleted": 1402,
  "organization_member.invited": 1500,
  "organization_member.confirmed": 1501,
  "organization_member.updated": 1502,
  "organization_member.removed": 1503,
  "organization_member.withdrawn": 1503,
  "organization_member.groups_changed": 1504,
  "organization_member.revoked": 1511,
  "organization_member.restored": 1512,
  "organization_member.left": 1516,
  "organization_member.revoked_for_two_step": 1520,
  "organization_member.revoked_for_single_organization": 1521,
  "organization_member.opened_banner": 1522,
  "organization_member.recovery_enrolled": 1506,
  "organization_member.recovery_withdrawn": 1507,
  "organization_member.recovered": 1508,
  "organization_member.recovery_asked": 1560,
  "organization_member.recovery_approved": 1561,
  "organization_member.recovery_taken_back": 1562,
  "organization_member.accepted": 1550,
  "organization_member.reinvited": 1551,
  "organization_member.approval_asked": 1552,
  "organization_member.approved": 1553,
  "organization_member.approval_refused": 1554,
  // In older logs, beside the event of the act itself. Written no more.
  "organization_member.owner_touched_by_provider": 1555,
  "organization_member.left_without_key": 1556,
  "organization.updated": 1600,
  "organization.entered_by_provider": 1603,
  "organization.collection_creation_limited": 1610,
  "organization.collection_creation_opened": 1611,
  "organization.collection_deletion_limited": 1612,
  "organization.collection_deletion_opened": 1613,
  "organization.item_deletion_limited": 1614,
  "organization.item_deletion_opened": 1615,
  "organization.admins_reach_all": 1616,
  "organization.admins_reach_their_own": 1617,
  "organization.left_by_provider": 1650,
  "organization.seats_changed": 1651,
  "organization.plan_changed": 1652,
  "organization.deleted": 1626,
  "organization.provider_access_changed": 1653,
  "organization.api_key_made": 1658,
  "organization.api_key_shown": 1659,
  "organization.key_rotation_begun": 1654,
  "organization.key_rotated": 1655,
  "organization.key_rotation_cancelled": 1656,
  "organization.recovery_wait_changed": 1657,
  "organization.key_adopted": 1660,
  "policy.updated": 1700,
  "provider_member.invited": 1800,
  "provider_member.confirmed": 1801,
  "provider_member.updated": 1802,
  "provider_member.removed": 1803,
  "provider_member.withdrawn": 1803,
  "provider_member.accepted": 1804,
  "provider_member.reinvited": 1805,
  "provider.invited": 1808,
  "provider.reinvited": 1809,
  "provider.set_up": 1810,
  "provider.invitation_changed": 1811,
  "provider.withdrawn": 1812,
  "provider.updated": 1813,
  "provider.two_step_requirement_changed": 1850,
  "client.created": 1900,
  "client.entered": 1903,
  "client.left": 1904,
  "client.approval_asked": 1905,
  "client.member_approved": 1906,
  "client.approval_refused": 1907,
  "client.owner_touched": 1908,
  "client.place_ended": 1909,
  "client.renamed": 1910,
  "client.seats_changed": 1911,
  "client.plan_changed": 1912,
  "client.key_adopted": 1913,
  "client.access_changed": 1914,
  "client.deleted": 1902,
} as const satisfies Record<keyof Told, number>;

export type EventType = keyof Told;
// The table above has exactly these keys.
export const eventTypes = Object.keys(eventNumbers) as [EventType, ...EventType[]];

/** What logs are filtered by: each type begins with one of these words. */
export const eventKinds = [
  "user",
  "cipher",
  "collection",
  "group",
  "organization_member",
  "organization",
  "policy",
  "provider_member",
  "provider",
  "client",
] as const satisfies readonly EventKind[];
export type EventKind = EventType extends `${infer Kind}.${string}` ? Kind : never;

/** What an event is about. Ids outlive their rows: the log keeps them when the thing itself is gone. */
export type EventSubjects = {
  userId?: UserId;
  providerId?: ProviderId;
  providerMemberId?: ProviderMemberId;
  providerOrganizationId?: ProviderOrganizationId;
  organizationId?: OrganizationId;
  organizationMemberId?: OrganizationMemberId;
  collectionId?: CollectionId;
  groupId?: GroupId;
  itemId?: ItemId;
};

type Subject = keyof EventSubjects;

/** An event that is about all of `Subjects`, and says `Details` of them. */
type About<Subjects extends Subject, Details = null> = {
  [Key in Subjects]-?: NonNullable<EventSubjects[Key]>;
} & {
  [Key in Exclude<Subject, Subjects>]?: EventSubjects[Key];
} & (Details extends null ? { details?: never } : { details: Details });

/** A permission of one member in a collection, as it was given, changed or taken. */
export type GrantDetail = { memberId: OrganizationMemberId; permission: CollectionPermission };

/** What somebody of the provider did to an owner's row. */
export type OwnerAct =
  | "invited"
  | "reinvited"
  | "confirmed"
  | "changed"
  | "removed"
  | "withdrawn"
  | "revoked"
  | "restored";

/** What was done to a policy: turned on, turned off, or given other settings. */
export type PolicyChange = "on" | "off" | "settings";

type ItemEvent = Extract<EventType, `cipher.${string}`>;
type Item = About<"itemId" | "organizationId"> | About<"itemId" | "userId">;
type Member = "organizationId" | "organizationMemberId";
type Staff = "providerId" | "providerMemberId";
type Client = "providerId" | "providerOrganizationId";

/**
 * What each event is about and says: names, addresses, numbers that make its sentence readable later, and never
 * anything secret. What is sealed stays sealed. An event without its subjects would stand in nobody's log, so it does not compile.
 */
type Told = {
  "user.logged_in": About<"userId">;
  "user.changed_password": About<"userId">;
  "user.changed_two_step": About<"userId">;
  "user.turned_off_two_step": About<"userId">;
  "user.used_recovery_code": About<"userId">;
  "user.failed_log_in": About<"userId">;
  "user.failed_second_step": About<"userId">;
  "user.registered": About<"userId">;
  "user.verified_email": About<"userId">;
  "user.ended_sessions": About<"userId", { count: number }>;
  "user.updated_profile": About<"userId">;
  "user.logged_out": About<"userId">;
  "user.became_administrator": About<"userId">;
  "user.rotated_key": About<"userId">;
  "user.replaced_temporary_password": About<"userId">;
  "user.changed_kdf": About<"userId">;
  "user.deleted": About<"userId", { email: string }>;
  "user.forgot_device": About<"userId", { device: DeviceType }>;
  "user.changed_email": About<"userId", { from: string; to: string }>;
  "cipher.created": Item;
  "cipher.updated": Item;
  "cipher.deleted": Item;
  "cipher.viewed": Item;
  "cipher.password_revealed": Item;
  "cipher.password_copied": Item;
  "collection.created": About<"organizationId" | "collectionId">;
  "collection.updated": About<
    "organizationId" | "collectionId",
    | { change: "renamed" }
    | { change: "access"; given: GrantDetail[]; changed: GrantDetail[]; taken: GrantDetail[] }
    | { change: "member_access"; to: CollectionPermission | "none" }
    /** It was a member's own, who has left. */
    | { change: "owner_left"; email: string }
    | { change: "group_access"; group: string; to: CollectionPermission | "none" }
  >;
  /**
   * With its name as it was sealed, and under which key: nothing else keeps it, and the log goes on speaking of the
   * collection.
   */
  "collection.deleted": About<
    "organizationId" | "collectionId",
    { sealedName: EncString; organizationKeyId: OrganizationKeyId }
  >;
  "group.created": About<"organizationId" | "groupId", { name: string }>;
  "group.updated": About<
    "organizationId" | "groupId",
    | { change: "renamed"; name: string; from: string }
    | { change: "members"; name: string; given: number; taken: number }
    | { change: "access"; name: string; collections: number }
  >;
  "group.deleted": About<"organizationId" | "groupId", { name: string }>;
  "organization_member.invited": About<Member, { email: string; role: OrganizationRole }>;
  "organization_member.confirmed": About<Member | "userId", { email: string; role: OrganizationRole }>;
  "organization_member.updated": About<
    Member,
    { email: string; from: OrganizationRole; to: OrganizationRole } | { email: string }
  >;
  "organization_member.removed": About<Member, { email: string; role: OrganizationRole }>;
  "organization_member.withdrawn": About<Member, { email: string; role: OrganizationRole }>;
  "organization_member.groups_changed": About<Member, { email: string; given: number; taken: number }>;
  "organization_member.left": About<Member | "userId", { email: string; role: OrganizationRole }>;
  "organization_member.revoked": About<Member, { email: string; role: OrganizationRole }>;
  "organization_member.restored": About<Member, { email: string; role: OrganizationRole }>;
  "organization_member.revoked_for_two_step": About<Member, { email: string; role: OrganizationRole }>;
  "organization_member.revoked_for_single_organization": About<
    Member,
    { email: string; role: OrganizationRole }
  >;
  "organization_member.opened_banner": About<Member | "userId", { email: string }>;
  "organization_member.recovery_enrolled": About<Member | "userId">;
  "organization_member.recovery_withdrawn": About<Member | "userId">;
  "organization_member.recovered": About<Member | "userId", { email: string }>;
  "organization_member.recovery_asked": About<Member, { email: string; readyAt: string }>;
  "organization_member.recovery_approved": About<
    Member,
    { email: string; asker: string; askedAt: string; readyAt: string }
  >;
  "organization_member.recovery_taken_back": About<Member, { email: string }>;
  "organization_member.accepted": About<Member | "userId", { email: string; role: OrganizationRole }>;
  "organization_member.reinvited": About<Member, { email: string }>;
  "organization_member.approval_asked": About<
    Member | "providerId",
    { email: string; role: OrganizationRole }
  >;
  "organization_member.approved": About<Member | "providerId", { email: string; role: OrganizationRole }>;
  "organization_member.approval_refused": About<
    Member | "providerId",
    { email: string; role: OrganizationRole }
  >;
  "organization_member.owner_touched_by_provider": About<
    Member | "providerId",
    { email: string; act: OwnerAct }
  >;
  /** By a rotation, for which their key was another than before. They wait to be confirmed again. */
  "organization_member.left_without_key": About<Member | "userId", { email: string; role: OrganizationRole }>;
  "organization.updated": About<"organizationId", { from: string; to: string }>;
  "organization.entered_by_provider": About<"organizationId" | "providerId">;
  "organization.collection_creation_limited": About<"organizationId">;
  "organization.collection_creation_opened": About<"organizationId">;
  "organization.collection_deletion_limited": About<"organizationId">;
  "organization.collection_deletion_opened": About<"organizationId">;
  "organization.item_deletion_limited": About<"organizationId">;
  "organization.item_deletion_opened": About<"organizationId">;
  "organization.admins_reach_all": About<"organizationId">;
  "organization.admins_reach_their_own": About<"organizationId">;
  "organization.left_by_provider": About<"organizationId" | "providerId", { visitor: string }>;
  "organization.seats_changed": About<"organizationId" | "providerId", { from: number; to: number }>;
  "organization.plan_changed": About<"organizationId" | "providerId", { from: Tier; to: Tier }>;
  "organization.provider_access_changed": About<
    "organizationId",
    { from: ProviderAccess; to: ProviderAccess }
  >;
  "organization.api_key_made": About<"organizationId">;
  "organization.api_key_shown": About<"organizationId">;
  "organization.deleted": About<"organizationId", { name: string }>;
  "organization.key_rotation_begun": About<"organizationId">;
  "organization.key_rotated": About<"organizationId", { waiting: number }>;
  "organization.key_rotation_cancelled": About<"organizationId">;
  "organization.recovery_wait_changed": About<"organizationId", { hours: number }>;
  "organization.key_adopted": About<"organizationId">;
  "policy.updated": About<"organizationId", { policy: PolicyType; change: PolicyChange }>;
  "provider_member.invited": About<Staff, { email: string; role: ProviderRole }>;
  "provider_member.confirmed": About<Staff | "userId", { email: string; role: ProviderRole }>;
  "provider_member.updated": About<Staff, { email: string; from: ProviderRole; to: ProviderRole }>;
  "provider_member.removed": About<Staff, { email: string; role: ProviderRole }>;
  "provider_member.withdrawn": About<Staff, { email: string; role: ProviderRole }>;
  "provider_member.accepted": About<Staff | "userId", { email: string; role: ProviderRole }>;
  "provider_member.reinvited": About<Staff, { email: string }>;
  "provider.invited": About<"providerId", { email: string }>;
  "provider.reinvited": About<"providerId", { email: string }>;
  "provider.invitation_changed": About<"providerId", { email: string }>;
  "provider.withdrawn": About<"providerId", { email: string }>;
  "provider.set_up": About<Staff | "userId", { name: string }>;
  "provider.two_step_requirement_changed": About<"providerId", { change: "on" | "off" }>;
  "provider.updated": About<"providerId", { name: string }>;
  "client.created": About<Client, { name: string; plan: Tier; seats: number }>;
  "client.entered": About<Client, { client: string }>;
  "client.left": About<Client, { client: string; visitor: string }>;
  "client.approval_asked": About<Client, { client: string; email: string; role: OrganizationRole }>;
  "client.member_approved": About<Client, { client: string; email: string; role: OrganizationRole }>;
  "client.approval_refused": About<Client, { client: string; email: string; role: OrganizationRole }>;
  "client.owner_touched": About<Client, { client: string; email: string; act: OwnerAct }>;
  "client.place_ended": About<Client, { client: string; email: string; role: OrganizationRole }>;
  "client.renamed": About<Client, { from: string; to: string }>;
  "client.seats_changed": About<Client, { name: string; from: number; to: number }>;
  "client.plan_changed": About<Client, { name: string; from: Tier; to: Tier }>;
  "client.deleted": About<Client, { name: string }>;
  /** Somebody of the team has taken the client's new key. */
  "client.key_adopted": About<Client, { client: string }>;
  "client.access_changed": About<Client, { client: string; from: ProviderAccess; to: ProviderAccess }>;
};

/** What a stored event says, whatever its type. Older events may say less than today's. */
export type EventDetails = Record<string, string | number | GrantDetail[]>;

/**
 * Something that happened. A provider's log holds the events with its id and no organization; an
 * organization's log holds the events with its id, stamped with the provider where one acted. `at` is for what
 * had happened before it was noticed.
 */
export type AuditEvent = Happened & { at?: Date };

type Happened =
  | { [Type in Exclude<EventType, ItemEvent>]: { type: Type } & Told[Type] }[Exclude<EventType, ItemEvent>]
  | ({ type: ItemEvent } & Item);
