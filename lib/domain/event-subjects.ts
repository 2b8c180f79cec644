import type { CollectionPermission } from "@/lib/domain/collection/permission";
import type {
  CollectionId,
  GroupId,
  ItemId,
  OrganizationId,
  OrganizationMemberId,
  ProviderId,
  ProviderMemberId,
  ProviderOrganizationId,
  UserId,
} from "@/lib/domain/ids";

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
export type About<Subjects extends Subject, Details = null> = {
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
