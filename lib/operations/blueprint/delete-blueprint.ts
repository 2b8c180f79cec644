import "server-only";
import { blueprints } from "@/db/schema/blueprints";
import { BlueprintRef } from "@/lib/domain/blueprint/inputs";
import { isBlueprint } from "@/lib/operations/blueprint/internal/the-blueprint";
import { defineCommand } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { done } from "@/lib/operations/outcome";
import { inProvider } from "@/lib/operations/provider/access";

/** Deletes a blueprint. What was made by it in clients stays. */
export const deleteBlueprint = defineCommand({
  name: "blueprint.delete",
  input: BlueprintRef,
  access: inProvider.manage_blueprints,
  async run({ tx, input }) {
    const [gone] = await tx
      .delete(blueprints)
      .where(isBlueprint(input))
      .returning({ blueprintId: blueprints.id });
    if (!gone) throw new NotFound();
    return done(gone, { type: "provider.blueprint_deleted", providerId: input.providerId });
  },
});
