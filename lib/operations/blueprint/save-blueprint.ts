import "server-only";
import { eq } from "drizzle-orm";
import { blueprints } from "@/db/schema/blueprints";
import { mayMakeBlueprint, SaveBlueprint } from "@/lib/domain/blueprint/inputs";
import { assertAllowed, defineCommand } from "@/lib/operations/command";
import { team } from "@/lib/operations/locks";
import { madeBefore } from "@/lib/operations/made-before";
import { done, doneUnrecorded } from "@/lib/operations/outcome";
import { inProvider } from "@/lib/operations/provider/access";

/** Keeps a blueprint that the browser has sealed. The team's lock holds their number. */
export const saveBlueprint = defineCommand({
  name: "blueprint.save",
  input: SaveBlueprint,
  access: inProvider.manage_blueprints,
  locks: ({ input: { providerId } }) => [team(providerId)],
  async run({ tx, input: { providerId, blueprintId, name, content }, now }) {
    const sameId = await tx
      .select({ providerId: blueprints.providerId })
      .from(blueprints)
      .where(eq(blueprints.id, blueprintId));
    if (madeBefore(sameId, (blueprint) => blueprint.providerId === providerId))
      return doneUnrecorded({ blueprintId }, "an earlier try has saved it");
    assertAllowed(mayMakeBlueprint(await tx.$count(blueprints, eq(blueprints.providerId, providerId))));
    await tx
      .insert(blueprints)
      .values({ id: blueprintId, providerId, name, content, createdAt: now, revisedAt: now });
    return done({ blueprintId }, { type: "provider.blueprint_saved", providerId });
  },
});
