import { z } from "zod";
import { CollectionGrants, OwnCollection } from "@/lib/domain/collection/inputs";
import { Email } from "@/lib/domain/email";
import {
  CollectionId,
  GroupId,
  OrganizationId,
  OrganizationKeyId,
  OrganizationMemberId,
} from "@/lib/domain/ids";
import { Addresses } from "@/lib/domain/invitations";
import { listFilter, listView, pageOnly } from "@/lib/domain/list-view";
import { ChosenMailLanguage } from "@/lib/domain/mail-language";
import { Name } from "@/lib/domain/names";
import { takesPermissions } from "@/lib/domain/organization/custom-role";
import { organizationRoles, providerAccesses } from "@/lib/domain/organization/member";
import { customPermissions } from "@/lib/domain/organization/permissions";
import { PublicKey, SealedKey } from "@/lib/domain/sealed";
import { SearchText } from "@/lib/domain/search";
import { noneTwice, selected } from "@/lib/domain/selection";

export const memberFilters = ["invited", "accepted", "revoked"] as const;
export const memberSorts = ["name", "role"] as const;

/** What the custom role is given, each once; nothing with another role. */
const Permissions = z
  .array(z.enum(customPermissions))
  .max(customPermissions.length)
  .refine(noneTwice, { error: "invalid" })
  .default([]);
const GivenRole = z.object({ role: z.enum(organizationRoles), permissions: Permissions });
const fitsRole = ({ role, permissions }: z.output<typeof GivenRole>) =>
  takesPermissions(role) || permissions.length === 0;

/** As many collections as are given at once. */
const grantsLimit = 500;
/** How many groups somebody is put into, or taken out of, at once. */
const groupLimit = 100;
const GroupIds = z
  .array(GroupId)
  .max(groupLimit, { error: "too_many" })
  .refine(noneTwice, { error: "invalid" })
  .default([]);

export const OrganizationTarget = z.object({ organizationId: OrganizationId });
export const MemberTarget = OrganizationTarget.extend({ memberId: OrganizationMemberId });

/** The same, with the state of the row that was shown: its role, for one, may have changed since. */
export const AnswerMember = MemberTarget.extend({ revisedAt: z.coerce.date<Date>() });
export const MemberTargets = OrganizationTarget.extend({
  memberIds: selected(OrganizationMemberId),
});

export const InviteMembers = OrganizationTarget.extend({
  ...GivenRole.shape,
  emails: Addresses,
  groupIds: GroupIds,
  collections: CollectionGrants,
}).refine(fitsRole, { error: "invalid", path: ["permissions"] });

/** `publicKey` is the key whose fingerprint was shown: if theirs is another by now, nothing is sealed to it. */
const PersonToConfirm = z.object({
  memberId: OrganizationMemberId,
  publicKey: PublicKey,
  /**
   * When the row last changed that was shown, with its role. Without it, a confirmation says nothing of the role: whoever
   * the provider has let in stays so.
   */
  revisedAt: z.coerce.date<Date>().optional(),
  organizationKeyForMember: SealedKey,
  /** The collection of their own, where a policy makes one for each member that it binds. */
  ownCollection: OwnCollection.optional(),
});

export const ConfirmMembers = OrganizationTarget.extend({
  /** Which of the organization's keys is sealed. */
  organizationKeyId: OrganizationKeyId,
  people: selected(PersonToConfirm),
});

export const ChangeMemberRole = MemberTarget.extend(GivenRole.shape).refine(fitsRole, {
  error: "invalid",
  path: ["permissions"],
});

/** Which groups a member comes into and goes out of, and nothing of those they stay in. */
export const ChangeMemberGroups = MemberTarget.extend({ given: GroupIds, taken: GroupIds }).refine(
  ({ given, taken }) => noneTwice([...given, ...taken]),
  { error: "invalid", path: ["taken"] },
);

/** What changes of the collections that a member was given by name, and nothing of what stays. */
export const ChangeMemberCollections = MemberTarget.extend({
  given: CollectionGrants,
  changed: CollectionGrants,
  taken: z.array(CollectionId).max(grantsLimit, { error: "too_many" }),
}).refine(
  ({ given, changed, taken }) =>
    noneTwice([...[...given, ...changed].map(({ collectionId }) => collectionId), ...taken]),
  { error: "invalid", path: ["taken"] },
);

export const ReportMemberAccess = OrganizationTarget.extend(listView(["name"]));

export const ListMembers = OrganizationTarget.extend({
  ...listView(memberSorts),
  status: listFilter(memberFilters),
});

/** Whom a collection can be given to: those whose name or address holds `search`. */
export const ListAssignableMembers = OrganizationTarget.extend({ search: SearchText.default("") });

const Settings = z.object({ name: Name, billingEmail: Email, language: ChosenMailLanguage });

export const UpdateOrganization = OrganizationTarget.extend({
  ...Settings.shape,
  /** What the form began with. Left out by whoever has no screen. */
  shown: Settings.partial().optional(),
});

export const SetProviderAccess = OrganizationTarget.extend({ access: z.enum(providerAccesses) });

/** The four switches of how collections are managed, as the wire names them. Protocol chapter 8.1. */
export const collectionSwitches = [
  "limitCollectionCreation",
  "limitCollectionDeletion",
  "limitItemDeletion",
  "allowAdminAccessToAllCollectionItems",
] as const;
export type CollectionSwitch = (typeof collectionSwitches)[number];

/** How they stand in an organization in which nobody has set any. */
export const firstSwitches = {
  limitCollectionCreation: true,
  limitCollectionDeletion: true,
  limitItemDeletion: false,
  allowAdminAccessToAllCollectionItems: true,
} as const satisfies Record<CollectionSwitch, boolean>;

const switchesOfCollections = z.object({
  limitCollectionCreation: z.boolean(),
  limitCollectionDeletion: z.boolean(),
  limitItemDeletion: z.boolean(),
  allowAdminAccessToAllCollectionItems: z.boolean(),
});
export const SetCollectionSwitches = OrganizationTarget.extend({
  ...switchesOfCollections.shape,
  /** What the form began with: a switch that is as it was shown is left alone. */
  shown: switchesOfCollections.optional(),
});

export const ListVisits = OrganizationTarget.extend(pageOnly());
