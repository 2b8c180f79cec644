import { foreignKey, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { EncString, SealedKey } from "@/lib/crypto/types";
import type { OrganizationId, OrganizationKeyId, ProviderMemberId } from "@/lib/domain/ids";
import { moment } from "./columns";
import { organizations } from "./organizations";
import { providerMembers } from "./provider-members";

/** How an organization's keys have come one after the other, for browsers that remember a former one. */
export const organizationKeySuccessions = pgTable(
  "organization_key_successions",
  {
    organizationId: uuid()
      .$type<OrganizationId>()
      .notNull()
      .references(() => organizations.id, { onDelete: "cascade" }),
    /** The key that came. */
    keyId: uuid().$type<OrganizationKeyId>().notNull(),
    /** The key before it, sealed under a key derived from it. */
    predecessor: text().$type<EncString>().notNull(),
    /** Under a key derived from the key before: which one comes next. */
    proof: text().$type<EncString>().notNull(),
    at: moment().notNull(),
  },
  (succession) => [
    primaryKey({ columns: [succession.organizationId, succession.keyId] }),
    index("organization_key_successions_by_age").on(succession.organizationId, succession.at),
  ],
);

/**
 * An organization's key that an owner has sealed for the provider's people, as nobody but they hold the provider's
 * key. The first of them who enters seals it under that one, and these rows go.
 */
export const organizationKeyHandovers = pgTable(
  "organization_key_handovers",
  {
    organizationId: uuid().$type<OrganizationId>().notNull(),
    organizationKeyId: uuid().$type<OrganizationKeyId>().notNull(),
    providerMemberId: uuid()
      .$type<ProviderMemberId>()
      .notNull()
      .references(() => providerMembers.id, { onDelete: "cascade" }),
    key: text().$type<SealedKey>().notNull(),
  },
  (handover) => [
    primaryKey({ columns: [handover.organizationId, handover.providerMemberId] }),
    index("organization_key_handovers_of_member").on(handover.providerMemberId),
    foreignKey({
      name: "organization_key_handovers_of_current_key",
      columns: [handover.organizationId, handover.organizationKeyId],
      foreignColumns: [organizations.id, organizations.keyId],
    }).onDelete("cascade"),
  ],
);
