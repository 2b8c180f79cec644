import { z } from "zod";
import { CollectionGrants } from "@/lib/domain/collection/inputs";
import { Email } from "@/lib/domain/email";
import { OrganizationId, OrganizationKeyId, OrganizationMemberId } from "@/lib/domain/ids";
import { Addresses } from "@/lib/domain/invitations";
import { listFilter, listView, pageOnly } from "@/lib/domain/list-view";
import { Name } from "@/lib/domain/names";
import { providerAccesses } from "@/lib/domain/organization/member";
import { PublicKey, SealedKey } from "@/lib/domain/sealed";
import { SearchText } from "@/lib/domain/search";
import { selected } from "@/lib/domain/selection";

/** Roles that can be given. */
export const givenRoles = ["owner", "admin", "user"] as const;
export type GivenRole = (typeof givenRoles)[number];

export const memberFilters = ["invited", "accepted"] as const;
export const memberSorts = ["name", "role"] as const;

export const OrganizationTarget = z.object({ organizationId: OrganizationId });
export const MemberTarget = OrganizationTarget.extend({ memberId: OrganizationMemberId });
export const MemberTargets = OrganizationTarget.extend({
  memberIds: selected(OrganizationMemberId),
});

export const InviteMembers = OrganizationTarget.extend({
  emails: Addresses,
  role: z.enum(givenRoles),
  collections: CollectionGrants,
});

/** `publicKey` is the key whose fingerprint was shown: if theirs is another by now, nothing is sealed to it. */
const PersonToConfirm = z.object({
  memberId: OrganizationMemberId,
  publicKey: PublicKey,
  organizationKeyForMember: SealedKey,
});

export const ConfirmMembers = OrganizationTarget.extend({
  /** Which of the organization's keys is sealed. */
  organizationKeyId: OrganizationKeyId,
  people: selected(PersonToConfirm),
});

export const ChangeMemberRole = MemberTarget.extend({ role: z.enum(givenRoles) });

export const ListMembers = OrganizationTarget.extend({
  ...listView(memberSorts),
  status: listFilter(memberFilters),
});

/** Whom a collection can be given to: those whose name or address holds `search`. */
export const ListAssignableMembers = OrganizationTarget.extend({ search: SearchText.default("") });

export const UpdateOrganization = OrganizationTarget.extend({ name: Name, billingEmail: Email });

export const SetProviderAccess = OrganizationTarget.extend({ access: z.enum(providerAccesses) });

/** The four switches of how collections are managed, as the wire names them. Protocol chapter 8.1. */
export const collectionSwitches = [
  "limitCollectionCreation",
  "limitCollectionDeletion",
  "limitItemDeletion",
  "allowAdminAccessToAllCollectionItems",
] as const;
export type CollectionSwitch = (typeof collectionSwitches)[number];

export const SetCollectionSwitches = OrganizationTarget.extend({
  limitCollectionCreation: z.boolean(),
  limitCollectionDeletion: z.boolean(),
  limitItemDeletion: z.boolean(),
  allowAdminAccessToAllCollectionItems: z.boolean(),
});

export const ListVisits = OrganizationTarget.extend(pageOnly());
