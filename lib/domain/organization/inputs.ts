import { z } from "zod";
import { CollectionGrants } from "@/lib/domain/collection/inputs";
import { Email } from "@/lib/domain/email";
import { OrganizationId, OrganizationKeyId, OrganizationMemberId } from "@/lib/domain/ids";
import { listFilter, listView } from "@/lib/domain/list-view";
import { PublicKey, SealedKey } from "@/lib/domain/sealed";
import { SearchText } from "@/lib/domain/search";

/** Roles that can be given. */
export const givenRoles = ["owner", "admin", "user"] as const;
export type GivenRole = (typeof givenRoles)[number];

/** Addresses in one invitation. */
export const invitationLimit = 20;

export const memberFilters = ["invited", "accepted"] as const;
export const memberSorts = ["name", "role"] as const;

export const OrganizationTarget = z.object({ organizationId: OrganizationId });
export const MemberTarget = OrganizationTarget.extend({ memberId: OrganizationMemberId });
export const MemberTargets = OrganizationTarget.extend({
  memberIds: z.array(OrganizationMemberId).min(1).max(200),
});

/** Addresses of one invitation; each problem is told at its own place in the list. */
const Addresses = z
  .array(Email)
  .min(1, { error: "no_addresses" })
  .max(invitationLimit, { error: "too_many_addresses" })
  .superRefine((emails, context) => {
    for (const [index, email] of emails.entries())
      if (emails.indexOf(email) < index)
        context.addIssue({ code: "custom", path: [index], message: "already_exists", input: email });
  });

export const InviteMembers = OrganizationTarget.extend({
  emails: Addresses,
  role: z.enum(givenRoles),
  collections: CollectionGrants,
});

/** `publicKey` is the key whose fingerprint was shown: if theirs is another by now, nothing is sealed to it. */
export const ConfirmMember = MemberTarget.extend({
  publicKey: PublicKey,
  organizationKeyForMember: SealedKey,
  /** Which of the organization's keys that is. */
  organizationKeyId: OrganizationKeyId,
});

export const ChangeMemberRole = MemberTarget.extend({ role: z.enum(givenRoles) });

export const ListMembers = OrganizationTarget.extend({
  ...listView(memberSorts),
  status: listFilter(memberFilters),
});

/** Whom a collection can be given to: those whose name or address holds `search`. */
export const ListAssignableMembers = OrganizationTarget.extend({ search: SearchText.default("") });
