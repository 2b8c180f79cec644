import { index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { principalKinds, ways } from "@/lib/domain/actor";
import { deviceTypes } from "@/lib/domain/device";
import { type EventDetails, eventTypes } from "@/lib/domain/events";
import type {
  CipherId,
  CollectionId,
  EventId,
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
    id: uuid().$type<EventId>().primaryKey().defaultRandom(),
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
    cipherId: uuid().$type<CipherId>(),
    details: jsonb().$type<EventDetails>(),
  },
  (event) => [
    index("events_of_organization").on(event.organizationId, event.at.desc(), event.id.desc()),
    index("events_of_provider").on(event.providerId, event.at.desc(), event.id.desc()),
    index("events_of_actor").on(event.actorId, event.at.desc(), event.id.desc()),
  ],
);
