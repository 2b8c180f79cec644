import { sql } from "drizzle-orm";
import { bigint, index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { principalKinds, ways } from "@/lib/domain/actor";
import { deviceTypes } from "@/lib/domain/device";
import { type EventDetails, eventTypes } from "@/lib/domain/events";
import type {
  CollectionId,
  GroupId,
  ItemId,
  OrganizationId,
  OrganizationMemberId,
  ProviderId,
  ProviderMemberId,
  ProviderOrganizationId,
  SessionId,
  UserId,
} from "@/lib/domain/ids";
import { moment } from "./columns";

/** What happened, written with the change itself. No foreign keys: the log outlives what it is about. */
export const events = pgTable(
  "events",
  {
    /** The position in the log, and the key. Within one log, numbers are in the order of the commits. */
    sequence: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    at: moment().notNull(),
    type: text({ enum: eventTypes }).notNull(),
    actorId: uuid().$type<UserId>(),
    actorKind: text({ enum: principalKinds }).notNull(),
    way: text({ enum: ways }),
    sessionId: uuid().$type<SessionId>(),
    deviceType: text({ enum: deviceTypes }),
    ip: text(),
    userId: uuid().$type<UserId>(),
    providerId: uuid().$type<ProviderId>(),
    providerMemberId: uuid().$type<ProviderMemberId>(),
    providerOrganizationId: uuid().$type<ProviderOrganizationId>(),
    organizationId: uuid().$type<OrganizationId>(),
    organizationMemberId: uuid().$type<OrganizationMemberId>(),
    collectionId: uuid().$type<CollectionId>(),
    groupId: uuid().$type<GroupId>(),
    itemId: uuid("cipher_id").$type<ItemId>(),
    details: jsonb().$type<EventDetails>(),
  },
  (event) => [
    // One index for each log, holding its events and no others: what a provider does inside clients is not in its own.
    index("events_of_organization")
      .on(event.organizationId, event.sequence)
      .where(sql`organization_id is not null`),
    index("events_of_provider")
      .on(event.providerId, event.sequence)
      .where(sql`provider_id is not null and organization_id is null`),
    // What was done in each visit of a provider.
    index("events_of_visit")
      .on(event.organizationId, event.sessionId, event.at)
      .where(sql`organization_id is not null and provider_id is not null`),
    index("events_of_actor").on(event.actorId, event.sequence).where(sql`actor_id is not null`),
  ],
);
