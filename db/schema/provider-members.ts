import { sql } from "drizzle-orm";
import { check, index, type PgColumn, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import type { SealedKey } from "@/lib/crypto/types";
import type { ProviderId, ProviderMemberId, UserId } from "@/lib/domain/ids";
import { providerMemberStatuses, providerRoles } from "@/lib/domain/provider/member";
import { dates, moment, sortText } from "./columns";
import { providers } from "./providers";
import { users } from "./users";

type Listed = Record<
  "providerId" | "id" | "userId" | "name" | "address" | "sortName" | "role" | "status",
  PgColumn
>;

/** One index for each order of the team, with and without a status, holding whatever the list shows. */
function listedBy(row: Listed) {
  const shown = [row.name, row.address, row.userId] as const;
  return [
    index("provider_members_by_name").on(
      row.providerId,
      row.sortName,
      row.id,
      row.role,
      row.status,
      ...shown,
    ),
    index("provider_members_by_role").on(
      row.providerId,
      row.role,
      row.sortName,
      row.id,
      row.status,
      ...shown,
    ),
    index("provider_members_by_status").on(
      row.providerId,
      row.status,
      row.sortName,
      row.id,
      row.role,
      ...shown,
    ),
    index("provider_members_by_status_and_role").on(
      row.providerId,
      row.status,
      row.role,
      row.sortName,
      row.id,
      ...shown,
    ),
  ];
}

/** A person in a provider's team. Invited by address; gains an account on acceptance, a key on confirmation. */
export const providerMembers = pgTable(
  "provider_members",
  {
    id: uuid().$type<ProviderMemberId>().primaryKey().defaultRandom(),
    providerId: uuid()
      .$type<ProviderId>()
      .notNull()
      .references(() => providers.id, { onDelete: "cascade" }),
    userId: uuid()
      .$type<UserId>()
      .references(() => users.id, { onDelete: "cascade" }),
    /** Only while invited; afterwards the account's own address counts. */
    email: text(),
    /** Copies of the account's name, address and sort key, or of the invitation's: the database keeps them (decision 39). */
    name: text(),
    address: text().notNull().default(""),
    sortName: sortText().notNull().default(""),
    role: text({ enum: providerRoles }).notNull(),
    status: text({ enum: providerMemberStatuses }).notNull(),
    /** The provider key, sealed to this member's public key. */
    providerKeyForMember: text().$type<SealedKey>(),
    invitedAt: moment(),
    acceptedAt: moment(),
    confirmedAt: moment(),
    ...dates(),
  },
  (member) => [
    unique("provider_members_email_once").on(member.providerId, member.email),
    unique("provider_members_user_once").on(member.providerId, member.userId),
    index("provider_members_of_user").on(member.userId),
    index("provider_members_by_address").on(member.providerId, member.address),
    ...listedBy(member),
    check(
      "provider_members_states",
      sql`(${member.status} = 'invited' and ${member.email} is not null and ${member.userId} is null and ${member.providerKeyForMember} is null)
        or (${member.status} = 'accepted' and ${member.email} is null and ${member.userId} is not null and ${member.providerKeyForMember} is null)
        or (${member.status} = 'confirmed' and ${member.email} is null and ${member.userId} is not null and ${member.providerKeyForMember} is not null)`,
    ),
  ],
);
