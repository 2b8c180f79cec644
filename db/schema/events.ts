import { sql } from "drizzle-orm";
import { bigint, index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { principalKinds, ways } from "@/lib/domain/actor";
import { deviceTypes } from "@/lib/domain/device";
import { type EventKind, eventTypes } from "@/lib/domain/event-types";
import type { EventDetails } from "@/lib/domain/events";
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
    /** In whose log it stands: what a provider does inside a client is in the client's log and not in its own. */
    log: uuid()
      .$type<OrganizationId | ProviderId>()
      .generatedAlwaysAs(sql`coalesce(organization_id, provider_id)`),
    /** What kind of thing it is about: the first word of its type. */
    kind: text().$type<EventKind>().generatedAlwaysAs(sql`split_part(type, '.', 1)`),
    /** The place in an organization or in a team that it is about. */
    memberId: uuid()
      .$type<OrganizationMemberId | ProviderMemberId>()
      .generatedAlwaysAs(sql`coalesce(organization_member_id, provider_member_id)`),
  },
  (event) => [
    // One index for each way in which a log is read, newest first, so that a page costs the same however long it is.
    index("events_of_log").on(event.log, event.at, event.sequence).where(sql`log is not null`),
    index("events_of_kind").on(event.log, event.kind, event.at, event.sequence).where(sql`log is not null`),
    index("events_by_actor")
      .on(event.log, event.actorId, event.at, event.sequence)
      .where(sql`log is not null and actor_id is not null`),
    index("events_of_member")
      .on(event.log, event.memberId, event.at, event.sequence)
      .where(sql`log is not null and member_id is not null`),
    index("events_of_item")
      .on(event.log, event.itemId, event.at, event.sequence)
      .where(sql`log is not null and cipher_id is not null`),
    // What a provider's people did, in its own log and in those of its clients: all of it, and by each filter.
    index("events_with_provider")
      .on(event.providerId, event.at, event.sequence)
      .where(sql`provider_id is not null`),
    index("events_with_provider_of_kind")
      .on(event.providerId, event.kind, event.at, event.sequence)
      .where(sql`provider_id is not null`),
    index("events_with_provider_by_actor")
      .on(event.providerId, event.actorId, event.at, event.sequence)
      .where(sql`provider_id is not null and actor_id is not null`),
    // Of one client: in the client's log, and in the provider's.
    index("events_with_provider_in_client")
      .on(event.providerId, event.organizationId, event.at, event.sequence)
      .where(sql`provider_id is not null and organization_id is not null`),
    index("events_about_client")
      .on(event.log, event.providerOrganizationId, event.at, event.sequence)
      .where(sql`log is not null and provider_organization_id is not null`),
    // What was done in each visit of a provider.
    index("events_of_visit")
      .on(event.organizationId, event.sessionId, event.at)
      .where(sql`organization_id is not null and provider_id is not null`),
    index("events_of_actor").on(event.actorId, event.sequence).where(sql`actor_id is not null`),
  ],
);
