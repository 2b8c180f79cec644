import "server-only";
import { asc, eq } from "drizzle-orm";
import { blueprints } from "@/db/schema/blueprints";
import { BlueprintsOf, blueprintLimit } from "@/lib/domain/blueprint/inputs";
import { inProvider } from "@/lib/operations/provider/access";
import { defineQuery } from "@/lib/operations/query";

/** All blueprints of a provider, oldest first, with their names sealed. Their number is limited. */
export const listBlueprints = defineQuery({
  name: "blueprint.list",
  input: BlueprintsOf,
  access: inProvider.use_blueprints,
  read: ({ tx, input: { providerId } }) =>
    tx
      .select({
        id: blueprints.id,
        name: blueprints.name,
        createdAt: blueprints.createdAt,
        revisedAt: blueprints.revisedAt,
      })
      .from(blueprints)
      .where(eq(blueprints.providerId, providerId))
      .orderBy(asc(blueprints.createdAt), asc(blueprints.id))
      .limit(blueprintLimit),
});

export type ListedBlueprint = Awaited<ReturnType<typeof listBlueprints.read>>[number];
