import "server-only";
import { blueprints } from "@/db/schema/blueprints";
import { RenameBlueprint } from "@/lib/domain/blueprint/inputs";
import { isBlueprint } from "@/lib/operations/blueprint/internal/the-blueprint";
import { defineCommand } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { done } from "@/lib/operations/outcome";
import { assertStillSealed } from "@/lib/operations/own-changes";
import { inProvider } from "@/lib/operations/provider/access";

/**
 * Gives a blueprint another name.
 *
 * @throws {Refused} `changed_meanwhile` when it is not called any more as it was shown.
 */
export const renameBlueprint = defineCommand({
  name: "blueprint.rename",
  input: RenameBlueprint,
  access: inProvider.manage_blueprints,
  async run({ tx, input, now }) {
    const [before] = await tx
      .select({ name: blueprints.name })
      .from(blueprints)
      .where(isBlueprint(input))
      .for("update");
    if (!before) throw new NotFound();
    assertStillSealed(input.shown, before.name);
    const [renamed] = await tx
      .update(blueprints)
      .set({ name: input.name, revisedAt: now })
      .where(isBlueprint(input))
      .returning({ blueprintId: blueprints.id });
    if (!renamed) throw new NotFound();
    return done(renamed, { type: "provider.blueprint_changed", providerId: input.providerId });
  },
});
