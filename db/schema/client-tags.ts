import { sql } from "drizzle-orm";
import {
  boolean,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import type { EncString } from "@/lib/crypto/types";
import type { ClientTagId, OrganizationId, ProviderId } from "@/lib/domain/ids";
import { plans } from "@/lib/domain/organization/plans";
import { clientStandings } from "@/lib/domain/provider/standing";
import { tagColors } from "@/lib/domain/provider/tags";
import { dates, moment, sortText } from "./columns";
import { providerOrganizations } from "./provider-organizations";
import { providers } from "./providers";

/** What a provider calls some of its clients by. Its name is the provider's secret (decision 97). */
export const providerTags = pgTable(
  "provider_tags",
  {
    id: uuid().$type<ClientTagId>().primaryKey(),
    providerId: uuid()
      .$type<ProviderId>()
      .notNull()
      .references(() => providers.id, { onDelete: "cascade" }),
    /** Sealed under the provider key. */
    name: text().$type<EncString>().notNull(),
    color: text({ enum: tagColors }).notNull(),
    ...dates(),
  },
  (tag) => [unique("provider_tags_of_provider").on(tag.providerId, tag.id)],
);

/**
 * Which client has which tag. Beside that the database copies here what lists show and sort by, so that the clients of
 * one tag are read from an index of their own, in each order (decision 99).
 */
export const clientTags = pgTable(
  "client_tags",
  {
    tagId: uuid().$type<ClientTagId>().notNull(),
    providerId: uuid().$type<ProviderId>().notNull(),
    organizationId: uuid().$type<OrganizationId>().notNull(),
    taggedAt: moment().notNull().defaultNow(),
    name: text().notNull().default(""),
    sortName: sortText().notNull().default(""),
    plan: text({ enum: plans }).notNull().default("teams_monthly"),
    standing: text({ enum: clientStandings }).notNull().default("ownerless"),
    needsAttention: boolean().notNull().default(false),
    tags: uuid().array().$type<ClientTagId[]>().notNull().default(sql`'{}'`),
    seats: integer().notNull().default(0),
    usedSeats: integer().notNull().default(0),
    remainingSeats: integer().notNull().default(0),
    acceptedMembers: integer().notNull().default(0),
  },
  (tagged) => {
    const seats = [tagged.seats, tagged.usedSeats, tagged.remainingSeats] as const;
    const shown = [tagged.name, tagged.plan, tagged.standing, tagged.needsAttention, tagged.tags] as const;
    const orders = {
      name: [tagged.sortName],
      seats: [tagged.seats],
      used: [tagged.usedSeats],
      remaining: [tagged.remainingSeats],
      plan: [tagged.plan, tagged.sortName],
    };
    return [
      primaryKey({ columns: [tagged.organizationId, tagged.tagId] }),
      foreignKey({
        name: "client_tags_of_same_provider",
        columns: [tagged.providerId, tagged.tagId],
        foreignColumns: [providerTags.providerId, providerTags.id],
      }).onDelete("cascade"),
      foreignKey({
        name: "client_tags_of_own_client",
        columns: [tagged.providerId, tagged.organizationId],
        foreignColumns: [providerOrganizations.providerId, providerOrganizations.organizationId],
      }).onDelete("cascade"),
      ...Object.entries(orders).map(([order, columns]) =>
        index(`tagged_clients_by_${order}`).on(
          tagged.providerId,
          tagged.tagId,
          ...columns,
          tagged.organizationId,
          ...shown,
          ...seats,
          tagged.acceptedMembers,
        ),
      ),
    ];
  },
);
