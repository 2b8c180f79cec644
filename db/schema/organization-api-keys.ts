import { pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { OrganizationId } from "@/lib/domain/ids";
import { moment } from "./columns";
import { organizations } from "./organizations";

/** The key by which an organization's own programs name it. It opens nothing that is sealed. */
export const organizationApiKeys = pgTable("organization_api_keys", {
  organizationId: uuid()
    .$type<OrganizationId>()
    .primaryKey()
    .references(() => organizations.id, { onDelete: "cascade" }),
  /** Sealed with the instance's own secret (see `lib/secrets-at-rest.ts`). */
  sealedSecret: text().notNull(),
  madeAt: moment().notNull(),
});
