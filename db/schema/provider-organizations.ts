import { foreignKey, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import type { EncString } from "@/lib/crypto/types";
import type { OrganizationId, OrganizationKeyId, ProviderId, ProviderOrganizationId } from "@/lib/domain/ids";
import { dates } from "./columns";
import { organizations } from "./organizations";

/** The tie between a provider and a client: the client's key, for the provider. At most one per organization. */
export const providerOrganizations = pgTable(
  "provider_organizations",
  {
    id: uuid().$type<ProviderOrganizationId>().primaryKey().defaultRandom(),
    providerId: uuid().$type<ProviderId>().notNull(),
    organizationId: uuid().$type<OrganizationId>().notNull().unique(),
    /** The organization key, sealed under the provider key; null while it waits to be taken over from an owner. */
    organizationKeyForProvider: text().$type<EncString>(),
    organizationKeyId: uuid().$type<OrganizationKeyId>().notNull(),
    ...dates(),
  },
  (client) => [
    unique("provider_organizations_of_provider").on(client.providerId, client.organizationId),
    foreignKey({
      name: "provider_organizations_hold_current_key",
      columns: [client.organizationId, client.organizationKeyId],
      foreignColumns: [organizations.id, organizations.keyId],
    }).onDelete("cascade"),
    foreignKey({
      name: "provider_organizations_same_provider",
      columns: [client.providerId, client.organizationId],
      foreignColumns: [organizations.providerId, organizations.id],
    }).onDelete("cascade"),
  ],
);
