import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  type PgColumn,
  pgTable,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import type { EncString, PublicKey } from "@/lib/crypto/types";
import type { ClientTagId, OrganizationId, OrganizationKeyId, ProviderId } from "@/lib/domain/ids";
import { firstSwitches } from "@/lib/domain/organization/inputs";
import { providerAccesses } from "@/lib/domain/organization/member";
import { type Feature, plans } from "@/lib/domain/organization/plans";
import { clientStandings } from "@/lib/domain/provider/standing";
import { dates, moment, nameIsThere, sortText } from "./columns";
import { providers } from "./providers";

type Listed = Record<
  | "providerId"
  | "id"
  | "name"
  | "sortName"
  | "plan"
  | "standing"
  | "tags"
  | "seats"
  | "usedSeats"
  | "remainingSeats"
  | "acceptedMembers",
  PgColumn
>;

/** A client that somebody has to do something about: no owner is confirmed, or no seat is left. */
export const unsettled = sql`needs_attention`;
/** A client in which somebody waits to be confirmed. */
export const awaited = sql`standing <> 'suspended' and accepted_members > 0`;

/** Each filter of the list with what its indexes hold; null for all clients. */
const filtered = {
  by: null,
  in_attention_by: unsettled,
  awaited_by: awaited,
  in_onboarding_by: sql`standing = 'onboarding'`,
  suspended_by: sql`standing = 'suspended'`,
};

/**
 * One index for each order of the list of clients and each of its filters, holding whatever the list shows: a page is
 * read from the index alone, so it costs the same however many clients there are and wherever their rows lie.
 */
function listedBy(row: Listed) {
  const seats = [row.seats, row.usedSeats, row.remainingSeats] as const;
  const shown = [row.name, row.plan, row.standing, row.tags, ...seats, row.acceptedMembers] as const;
  const orders = {
    name: [row.sortName],
    seats: [row.seats],
    used: [row.usedSeats],
    remaining: [row.remainingSeats],
    plan: [row.plan, row.sortName],
  };
  return Object.entries(filtered).flatMap(([which, holds]) =>
    Object.entries(orders).map(([order, columns]) => {
      const listed = index(`clients_${which}_${order}`).on(row.providerId, ...columns, row.id, ...shown);
      return holds ? listed.where(holds) : listed;
    }),
  );
}

/** A client organization. Its row is the lock for seats and for who is left as an owner. */
export const organizations = pgTable(
  "organizations",
  {
    id: uuid().$type<OrganizationId>().primaryKey().defaultRandom(),
    /** Null for an organization without a provider. */
    providerId: uuid()
      .$type<ProviderId>()
      .references(() => providers.id),
    name: text().notNull(),
    /** `name` without accents or case: lists are sorted and searched by it, in any database alike. */
    sortName: sortText().notNull(),
    businessName: text(),
    billingEmail: text().notNull(),
    /** Of letters to whom has chosen none, and of accounts made by an invitation. Null for letters in every language. */
    language: text({ enum: ["en", "fr"] }),
    /** For single sign-on, when it comes. */
    identifier: text().unique(),
    plan: text({ enum: plans }).notNull(),
    status: text({ enum: ["pending", "created", "managed"] }).notNull(),
    state: text({ enum: ["enabled", "suspended"] })
      .notNull()
      .default("enabled"),
    /** It was suspended because its provider was, and is enabled with it again. */
    suspendedWithProvider: boolean().notNull().default(false),
    /** Copied from the plan and read from here ever after. */
    features: text().array().$type<Feature[]>().notNull(),
    providerAccess: text({ enum: providerAccesses }).notNull().default("full"),
    /** When an owner last took the provider's access to items away; null where nobody ever has. */
    providerReadUntil: moment(),
    seats: integer().notNull(),
    /** Members invited, accepted or confirmed; changed with them, in the same transaction. */
    usedSeats: integer().notNull().default(0),
    remainingSeats: integer().notNull().generatedAlwaysAs(sql`seats - used_seats`),
    /** Counted by the database (decision 39): all members but revoked ones. */
    members: integer().notNull().default(0),
    invitedMembers: integer().notNull().default(0),
    acceptedMembers: integer().notNull().default(0),
    revokedMembers: integer().notNull().default(0),
    /** Invited people whom the provider asked for and no owner has approved. */
    askedMembers: integer().notNull().default(0),
    /** Counted by the database: confirmed owners, and those who are invited or wait to be confirmed. The provider's own are none. */
    confirmedOwners: integer().notNull().default(0),
    waitingOwners: integer().notNull().default(0),
    /** How it stands, as its provider's list shows it (decision 99). */
    standing: text({ enum: clientStandings })
      .notNull()
      .generatedAlwaysAs(
        sql`case when state = 'suspended' then 'suspended' when confirmed_owners > 0 then 'active' when waiting_owners > 0 then 'onboarding' else 'ownerless' end`,
      ),
    /** Something is to be done about it itself: its set-up is unfinished, or no owner or no seat is left. */
    needsAttention: boolean()
      .notNull()
      .generatedAlwaysAs(sql`state = 'enabled' and (confirmed_owners = 0 or used_seats >= seats)`),
    /** Copied by the database from `client_tags`. */
    tags: uuid().array().$type<ClientTagId[]>().notNull().default(sql`'{}'`),
    /** Which key the organization has now: every row that is sealed under it carries the id. */
    keyId: uuid().$type<OrganizationKeyId>().notNull().defaultRandom(),
    /**
     * When an owner of its own has first accepted. From then on nobody whom the provider makes an owner answers for the
     * organization by that alone, whoever owns it meanwhile.
     */
    ownerAnsweredAt: moment(),
    /** When that key took the place of another; null for the first one. */
    keyRotatedAt: moment(),
    publicKey: text().$type<PublicKey>().notNull(),
    /** The private key, sealed under the organization key. */
    privateKeyForOrganization: text().$type<EncString>().notNull(),
    limitCollectionCreation: boolean().notNull().default(firstSwitches.limitCollectionCreation),
    limitCollectionDeletion: boolean().notNull().default(firstSwitches.limitCollectionDeletion),
    /** How long a recovery of an account waits, while its member and the owners know of it. */
    recoveryWaitHours: integer().notNull().default(0),
    limitItemDeletion: boolean().notNull().default(firstSwitches.limitItemDeletion),
    allowAdminAccessToAllCollectionItems: boolean()
      .notNull()
      .default(firstSwitches.allowAdminAccessToAllCollectionItems),
    ...dates(),
  },
  (organization) => [
    unique("organizations_with_provider").on(organization.providerId, organization.id),
    unique("organizations_with_key").on(organization.id, organization.keyId),
    ...listedBy(organization),
    // What the overview of a portal shows first: clients without any owner, then those whose owner is on the way.
    index("clients_unsettled")
      .on(
        organization.providerId,
        organization.standing.desc().nullsFirst(),
        organization.sortName,
        organization.id,
        organization.name,
        organization.remainingSeats,
      )
      .where(unsettled),
    index("clients_awaited")
      .on(
        organization.providerId,
        organization.acceptedMembers.desc().nullsFirst(),
        organization.sortName,
        organization.id,
        organization.name,
      )
      .where(awaited),
    check("organizations_name_limit", nameIsThere(organization.name)),
    check(
      "organizations_seats",
      sql`${organization.seats} between 1 and 100000 and ${organization.usedSeats} between 0 and ${organization.seats}`,
    ),
    check(
      "organizations_suspended_with_provider",
      sql`not ${organization.suspendedWithProvider} or ${organization.state} = 'suspended'`,
    ),
    check("organizations_recovery_wait", sql`${organization.recoveryWaitHours} between 0 and 336`),
    check(
      "organizations_managed_have_a_provider",
      sql`(${organization.status} = 'managed') = (${organization.providerId} is not null)`,
    ),
  ],
);
