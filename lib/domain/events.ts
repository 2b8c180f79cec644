import type { EncString } from "@/lib/crypto/types";
import type { CollectionPermission } from "@/lib/domain/collection/permission";
import type { DeviceType } from "@/lib/domain/device";
import type { About, GrantDetail, OwnerAct, PolicyChange } from "@/lib/domain/event-subjects";
import type { OrganizationKeyId } from "@/lib/domain/ids";
import type { ExportFormat } from "@/lib/domain/item/exporting";
import type { MailLanguage } from "@/lib/domain/mail-language";
import type { OrganizationRole, ProviderAccess } from "@/lib/domain/organization/member";
import type { Tier } from "@/lib/domain/organization/plans";
import type { PolicyType } from "@/lib/domain/policy/types";
import type { BlueprintRefusal, ClientJobKind } from "@/lib/domain/provider/client-jobs";
import type { ProviderDetail } from "@/lib/domain/provider/details";
import type { ProviderRole } from "@/lib/domain/provider/member";

type ItemEvent = Extract<keyof Told, `cipher.${string}`>;
type Item = About<"itemId" | "organizationId"> | About<"itemId" | "userId">;
type Owner = About<"organizationId"> | About<"userId">;
type OwnerWith<Details> = About<"organizationId", Details> | About<"userId", Details>;
type Member = "organizationId" | "organizationMemberId";
type Staff = "providerId" | "providerMemberId";
type Client = "providerId" | "providerOrganizationId";

/**
 * What each event is about and says: names, addresses, numbers that make its sentence readable later, and never
 * anything secret. What is sealed stays sealed. An event without its subjects would stand in nobody's log, so it does
 * not compile.
 */
export type Told = {
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
  "user.exported_vault": About<"userId", { format: ExportFormat }>;
  "user.rotated_key": About<"userId", { lost: number }>;
  "user.replaced_temporary_password": About<"userId">;
  "user.changed_kdf": About<"userId">;
  "user.deleted": About<"userId", { email: string }>;
  "user.forgot_device": About<"userId", { device: DeviceType }>;
  "user.changed_email": About<"userId", { from: string; to: string }>;
  "cipher.created": Item;
  "cipher.updated": Item;
  "cipher.deleted": Item;
  "cipher.attachment_created": Item;
  "cipher.attachment_deleted": Item;
  "cipher.shared": Item;
  "cipher.updated_collections": Item;
  "cipher.viewed": Item;
  "cipher.password_revealed": Item;
  "cipher.password_copied": Item;
  "cipher.trashed": Item;
  "cipher.restored": Item;
  /** Items of a file come in several parts. What came of it is said at the end, if it comes. */
  "import.begun": Owner;
  "import.done": OwnerWith<{ count: number }>;
  "import.undone": OwnerWith<{ count: number; kept: number }>;
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
  "organization_member.recovery_opened": About<Member, { email: string }>;
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
  "organization_member.vouched_for": About<Member, { email: string }>;
  "organization_member.owner_touched_by_provider": About<
    Member | "providerId",
    { email: string; act: OwnerAct }
  >;
  /** By a rotation, for which their key was another than before. They wait to be confirmed again. */
  "organization_member.left_without_key": About<Member | "userId", { email: string; role: OrganizationRole }>;
  "organization.updated": About<"organizationId", { from: string; to: string }>;
  "organization.exported_vault": About<"organizationId", { format: ExportFormat }>;
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
  "organization.seats_changed": About<"organizationId", { from: number; to: number }>;
  "organization.plan_changed": About<"organizationId", { from: Tier; to: Tier }>;
  "organization.provider_access_changed": About<
    "organizationId",
    { from: ProviderAccess; to: ProviderAccess }
  >;
  "organization.api_key_made": About<"organizationId">;
  "organization.api_key_shown": About<"organizationId">;
  "organization.deleted": About<"organizationId", { name: string }>;
  "organization.key_rotation_begun": About<"organizationId">;
  "organization.key_rotated": About<"organizationId", { waiting: number; lost: number }>;
  "organization.key_rotation_cancelled": About<"organizationId">;
  "organization.recovery_wait_changed": About<"organizationId", { hours: number }>;
  "organization.key_adopted": About<"organizationId">;
  "organization.created": About<"organizationId", { name: string; plan: Tier; seats: number }>;
  /** One of its owners has put it under a provider. */
  "organization.linked": About<"organizationId", { provider: string; seats: number }>;
  /** By the provider, or by an owner of it. */
  "organization.unlinked": About<"organizationId", { provider: string; seats: number }>;
  /** What was made by it has events of its own. The blueprint's name is the provider's secret. */
  "organization.blueprint_applied": About<"organizationId" | "providerId">;
  "policy.updated": About<"organizationId", { policy: PolicyType; change: PolicyChange }>;
  "provider_member.invited": About<Staff, { email: string; role: ProviderRole }>;
  "provider_member.confirmed": About<Staff | "userId", { email: string; role: ProviderRole }>;
  "provider_member.updated": About<Staff, { email: string; from: ProviderRole; to: ProviderRole }>;
  /** When it ends, in ISO 8601. */
  "provider_member.access_limited": About<Staff, { email: string; until: string }>;
  "provider_member.access_unlimited": About<Staff, { email: string }>;
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
  /** One for each kind of detail. Older ones say no more than its name. */
  "provider.updated": About<
    "providerId",
    | { name: string; change: "name" | "billing_email"; from: string; to: string }
    | { name: string; change: Exclude<ProviderDetail, "name" | "billing_email"> }
    | { name: string }
  >;
  "provider.client_creation_changed": About<"providerId", { change: "on" | "off" }>;
  /** In hours. */
  "provider.session_length_changed": About<"providerId", { before: number; hours: number }>;
  "provider.language_changed": About<"providerId", { language: MailLanguage | "every" }>;
  "provider.deletion_asked": About<"providerId">;
  "provider.deleted": About<"providerId", { name: string }>;
  "provider.suspended": About<"providerId", { why: string; count: number }>;
  "provider.reinstated": About<"providerId", { count: number }>;
  "provider.minimum_changed": About<"providerId", { plan: Tier; from: number; to: number }>;
  /** In percent. */
  "provider.discount_changed": About<"providerId", { from: number; to: number }>;
  "provider.invoice_made": About<"providerId", { number: string; month: string }>;
  "provider.invoice_settled": About<
    "providerId",
    { number: string; outcome: "paid" | "void" | "uncollectible" }
  >;
  "provider.credit_given": About<"providerId", { amount: string }>;
  /** The name of a tag is the provider's secret, so these do not say it. */
  "provider.tag_made": About<"providerId">;
  "provider.tag_changed": About<"providerId">;
  "provider.tag_deleted": About<"providerId", { count: number }>;
  /** What a browser does to several clients, one after the other. */
  "provider.client_job_begun": About<"providerId", { job: ClientJobKind; count: number }>;
  /** To how many clients it was done, and whom it did not fit. */
  "provider.client_job_done": About<"providerId", { job: ClientJobKind; count: number; refused: number }>;
  "provider.clients_exported": About<"providerId", { count: number }>;
  /** The name of a blueprint is the provider's secret, so these do not say it. */
  "provider.blueprint_saved": About<"providerId">;
  "provider.blueprint_changed": About<"providerId">;
  "provider.blueprint_deleted": About<"providerId">;
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
  "client.tags_changed": About<Client, { name: string; given: number; taken: number }>;
  "client.deleted": About<Client, { name: string }>;
  "client.added": About<Client, { name: string; plan: Tier; seats: number }>;
  "client.removed": About<Client, { name: string; seats: number }>;
  /** Somebody of the team has taken the client's new key. */
  "client.key_adopted": About<Client, { client: string }>;
  "client.blueprint_applied": About<Client, { client: string }>;
  /** As one of several clients. */
  "client.blueprint_not_applied": About<Client, { client: string; why: BlueprintRefusal }>;
  "client.access_changed": About<Client, { client: string; from: ProviderAccess; to: ProviderAccess }>;
};

type NamesIn<Details> = Details extends unknown ? keyof Details : never;

/** What sentences may name of an event: everything that events of today say, but what is sealed. */
export type EventDetailName = Exclude<
  NamesIn<NonNullable<Told[keyof Told]["details"]>>,
  "sealedName" | "organizationKeyId"
>;

/** What a stored event says, whatever its type. Older events may say less than today's. */
export type EventDetails = Record<string, string | number | GrantDetail[]>;

/**
 * Something that happened. A provider's log holds the events with its id and no organization; an
 * organization's log holds the events with its id, stamped with the provider where one acted. `at` is for what
 * had happened before it was noticed.
 */
export type AuditEvent = Happened & { at?: Date };

type Happened =
  | { [Type in Exclude<keyof Told, ItemEvent>]: { type: Type } & Told[Type] }[Exclude<keyof Told, ItemEvent>]
  | ({ type: ItemEvent } & Item);
