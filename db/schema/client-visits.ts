import { sql } from "drizzle-orm";
import { foreignKey, index, pgTable, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { OrganizationId, ProviderId, SessionId, UserId } from "@/lib/domain/ids";
import { moment } from "./columns";
import { providerOrganizations } from "./provider-organizations";
import { sessions } from "./sessions";

/**
 * A provider user's stay in a client's console. Nothing of the client is served to the provider outside
 * one, so that no access goes unlogged.
 */
export const clientVisits = pgTable(
  "client_visits",
  {
    id: uuid().primaryKey().defaultRandom(),
    providerId: uuid().$type<ProviderId>().notNull(),
    organizationId: uuid().$type<OrganizationId>().notNull(),
    userId: uuid().$type<UserId>().notNull(),
    sessionId: uuid()
      .$type<SessionId>()
      .notNull()
      .references(() => sessions.id, { onDelete: "cascade" }),
    startedAt: moment().notNull(),
    /** When the console was last used in it. Written at most every few minutes. */
    lastSeenAt: moment().notNull().defaultNow(),
    endedAt: moment(),
  },
  (visit) => [
    uniqueIndex("client_visits_one_open")
      .on(visit.sessionId, visit.organizationId)
      .where(sql`ended_at is null`),
    index("client_visits_of_organization").on(visit.organizationId, visit.startedAt, visit.id),
    index("client_visits_of_session").on(visit.sessionId),
    index("client_visits_of_provider").on(visit.providerId, visit.startedAt, visit.id),
    index("client_visits_of_person").on(visit.userId, visit.providerId, visit.startedAt),
    foreignKey({
      name: "client_visits_of_a_client",
      columns: [visit.providerId, visit.organizationId],
      foreignColumns: [providerOrganizations.providerId, providerOrganizations.organizationId],
    }).onDelete("cascade"),
  ],
);
