import "server-only";
import { blueprints } from "@/db/schema/blueprints";
import { BlueprintRef } from "@/lib/domain/blueprint/inputs";
import { isBlueprint } from "@/lib/operations/blueprint/internal/the-blueprint";
import { NotFound } from "@/lib/operations/errors";
import { inProvider } from "@/lib/operations/provider/access";
import { defineQuery } from "@/lib/operations/query";

/** One blueprint with all that is in it, sealed. */
export const getBlueprint = defineQuery({
  name: "blueprint.get",
  input: BlueprintRef,
  access: inProvider.use_blueprints,
  async read({ tx, input }) {
    const [found] = await tx
      .select({
        id: blueprints.id,
        name: blueprints.name,
        content: blueprints.content,
        createdAt: blueprints.createdAt,
        revisedAt: blueprints.revisedAt,
      })
      .from(blueprints)
      .where(isBlueprint(input));
    if (!found) throw new NotFound();
    return found;
  },
});

export type ServedBlueprint = Awaited<ReturnType<typeof getBlueprint.read>>;
