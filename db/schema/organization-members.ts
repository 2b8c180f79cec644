import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  jsonb,
  type PgColumn,
  pgTable,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import type { SealedKey } from "@/lib/crypto/types";
import type {
  OrganizationId,
  OrganizationKeyId,
  OrganizationMemberId,
  ProviderId,
  UserId,
} from "@/lib/domain/ids";
import { organizationMemberStatuses, organizationRoles } from "@/lib/domain/organization/member";
import { dates, moment, sortText } from "./columns";
import { organizations } from "./organizations";
import { users } from "./users";

type Listed = Record<
  | "organizationId"
  | "id"
  | "userId"
  | "name"
  | "address"
  | "sortName"
  | "role"
  | "status"
  | "placeOfProvider"
  | "askedBy"
  | "askedAt"
  | "approvedBy"
  | "approvedAt",
  PgColumn
>;

/** One index for each order of the members, with and without a status, holding whatever the list shows. */
function listedBy(row: Listed) {
  const who = [row.name, row.address, row.userId] as const;
  const asked = [row.askedBy, row.askedAt, row.approvedBy, row.approvedAt] as const;
  const shown = [...who, row.placeOfProvider, ...asked] as const;
  return [
    index("organization_members_by_name").on(
      row.organizationId,
      row.sortName,
      row.id,
      row.role,
      row.status,
      ...shown,
    ),
    index("organization_members_by_role").on(
      row.organizationId,
      row.role,
      row.sortName,
      row.id,
      row.status,
      ...shown,
    ),
    index("organization_members_by_status").on(
      row.organizationId,
      row.status,
      row.sortName,
      row.id,
      row.role,
      ...shown,
    ),
    index("organization_members_by_status_and_role").on(
      row.organizationId,
      row.status,
      row.role,
      row.sortName,
      row.id,
      ...shown,
    ),
  ];
}

/** A person of a client organization. The same three steps as in a provider, and revoked or staged beside them. */
export const organizationMembers = pgTable(
  "organization_members",
  {
    id: uuid().$type<OrganizationMemberId>().primaryKey().defaultRandom(),
    organizationId: uuid()
      .$type<OrganizationId>()
      .notNull()
      .references(() => organizations.id, { onDelete: "cascade" }),
    userId: uuid()
      .$type<UserId>()
      .references(() => users.id, { onDelete: "cascade" }),
    /** Only while invited or staged. */
    email: text(),
    /** Copies of the account's name, address and sort key, or of the invitation's: the database keeps them (decision 39). */
    name: text(),
    address: text().notNull().default(""),
    sortName: sortText().notNull().default(""),
    role: text({ enum: organizationRoles }).notNull(),
    /** Of the custom role only. Protocol chapter 8.3. */
    permissions: jsonb().$type<Record<string, boolean>>(),
    status: text({ enum: organizationMemberStatuses }).notNull(),
    revocationReason: text({
      enum: ["manual", "two_factor_policy", "data_ownership_policy", "single_organization_policy"],
    }),
    /** The organization key, sealed to this member's public key. */
    organizationKeyForMember: text().$type<SealedKey>(),
    /** Which of the organization's keys that is. */
    organizationKeyId: uuid().$type<OrganizationKeyId>(),
    /** The member's user key, sealed to the organization's public key: account recovery, when it comes. */
    userKeyForOrganization: text().$type<SealedKey>(),
    /** The provider that has this place in its client, through somebody of its team. Null for everybody else. */
    placeOfProvider: uuid().$type<ProviderId>(),
    /** Who of the provider asked the owners for this place, and when. The id outlives its account. */
    askedBy: uuid().$type<UserId>(),
    askedAt: moment(),
    /** Which owner has approved it; nobody has where the client was made with this person as its owner. */
    approvedBy: uuid().$type<UserId>(),
    approvedAt: moment(),
    /** A directory's own id for this person; opaque. */
    externalId: text(),
    invitedAt: moment(),
    acceptedAt: moment(),
    confirmedAt: moment(),
    ...dates(),
  },
  (member) => [
    unique("organization_members_email_once").on(member.organizationId, member.email),
    unique("organization_members_user_once").on(member.organizationId, member.userId),
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
    ...listedBy(member),
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
