import { sql } from "drizzle-orm";
import { boolean, check, foreignKey, index, jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import type { SealedKey } from "@/lib/crypto/types";
import type {
  OrganizationId,
  OrganizationKeyId,
  OrganizationMemberId,
  ProviderId,
  UserId,
} from "@/lib/domain/ids";
import { organizationMemberStatuses, organizationRoles } from "@/lib/domain/organization/member";
import type { CustomPermission } from "@/lib/domain/organization/permissions";
import { revocationReasons } from "@/lib/domain/organization/revoking";
import { moment } from "./columns";
import { listedBy, onceEach, personColumns, stepDates } from "./members";
import { organizations } from "./organizations";

/** A person of a client organization. The same three steps as in a provider, and revoked or staged beside them. */
export const organizationMembers = pgTable(
  "organization_members",
  {
    id: uuid().$type<OrganizationMemberId>().primaryKey().defaultRandom(),
    organizationId: uuid()
      .$type<OrganizationId>()
      .notNull()
      .references(() => organizations.id, { onDelete: "cascade" }),
    ...personColumns(),
    role: text({ enum: organizationRoles }).notNull(),
    /** Of the custom role only. Protocol chapter 8.3. */
    permissions: jsonb().$type<CustomPermission[]>(),
    status: text({ enum: organizationMemberStatuses }).notNull(),
    /** Of a revoked member only. */
    revocationReason: text({ enum: revocationReasons }),
    /** Since when somebody who was confirmed reads nothing: revoked then, and not confirmed again. */
    readUntil: moment(),
    /** The organization key, sealed to this member's public key. A revoked member's is kept and never served. */
    organizationKeyForMember: text().$type<SealedKey>(),
    /** Which of the organization's keys that is. */
    organizationKeyId: uuid().$type<OrganizationKeyId>(),
    /** The member's user key, sealed to the organization's public key: whoever has it can recover the account. */
    userKeyForOrganization: text().$type<SealedKey>(),
    /** The provider that has this place in its client, through somebody of its team. Null for everybody else. */
    placeOfProvider: uuid().$type<ProviderId>(),
    /** Who of the provider asked the owners for this place, and when. The id outlives its account. */
    askedBy: uuid().$type<UserId>(),
    askedAt: moment(),
    /** Which owner has approved it; nobody has where the client was made with this person as its owner. */
    approvedBy: uuid().$type<UserId>(),
    approvedAt: moment(),
    /**
     * Whether this person is here by the word of the provider's side alone: it has invited them, given them their role
     * or restored them, and nobody who answers for the client has confirmed them or vouched for them since. Such a
     * member is no check of the provider.
     */
    letInByProvider: boolean().notNull().default(false),
    /** A directory's own id for this person; opaque. */
    externalId: text(),
    ...stepDates(),
  },
  (member) => [
    ...onceEach("organization_members", member.organizationId, member),
    unique("organization_members_external_once").on(member.organizationId, member.externalId),
    unique("organization_members_in_organization").on(member.organizationId, member.id),
    foreignKey({
      name: "organization_members_hold_current_key",
      columns: [member.organizationId, member.organizationKeyId],
      foreignColumns: [organizations.id, organizations.keyId],
    }).onDelete("cascade"),
    check(
      "organization_members_name_their_key",
      sql`(${member.organizationKeyForMember} is null) = (${member.organizationKeyId} is null)`,
    ),
    index("organization_members_of_user").on(member.userId),
    index("organization_members_of_provider").on(member.placeOfProvider, member.userId),
    ...listedBy("organization_members", member.organizationId, member, [
      member.placeOfProvider,
      member.askedBy,
      member.askedAt,
      member.approvedBy,
      member.approvedAt,
    ]),
    foreignKey({
      name: "organization_members_place_of_own_provider",
      columns: [member.placeOfProvider, member.organizationId],
      foreignColumns: [organizations.providerId, organizations.id],
    }).onDelete("cascade"),
    check(
      "organization_members_states",
      sql`(${member.status} in ('invited', 'staged') and ${member.email} is not null and ${member.userId} is null and ${member.organizationKeyForMember} is null)
        or (${member.status} = 'accepted' and ${member.email} is null and ${member.userId} is not null and ${member.organizationKeyForMember} is null)
        or (${member.status} = 'confirmed' and ${member.email} is null and ${member.userId} is not null and ${member.organizationKeyForMember} is not null)
        or ${member.status} = 'revoked'`,
    ),
  ],
);
