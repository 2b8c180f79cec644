import { index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { EncString } from "@/lib/crypto/types";
import type { BlueprintId, ProviderId } from "@/lib/domain/ids";
import { dates } from "./columns";
import { providers } from "./providers";

/** How a provider sets clients up: collections, groups and more, all of it its secret (decision 103). */
export const blueprints = pgTable(
  "blueprints",
  {
    /** Made by the browser, so that what is sent twice is made once. */
    id: uuid().$type<BlueprintId>().primaryKey(),
    providerId: uuid()
      .$type<ProviderId>()
      .notNull()
      .references(() => providers.id, { onDelete: "cascade" }),
    /** Sealed under the provider key. */
    name: text().$type<EncString>().notNull(),
    /** What is in it, as one text, sealed under the same key. */
    content: text().$type<EncString>().notNull(),
    ...dates(),
  },
  (blueprint) => [index("blueprints_by_age").on(blueprint.providerId, blueprint.createdAt, blueprint.id)],
);
