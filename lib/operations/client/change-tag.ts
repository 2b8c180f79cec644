import "server-only";
import { and, eq } from "drizzle-orm";
import { providerTags } from "@/db/schema/client-tags";
import { ChangeTag } from "@/lib/domain/provider/tags";
import { defineCommand } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { team } from "@/lib/operations/locks";
import { done } from "@/lib/operations/outcome";
import { assertStillSealed, ownChanges } from "@/lib/operations/own-changes";
import { inProvider } from "@/lib/operations/provider/access";

/** Gives a tag another name or colour. The clients that have it keep it. */
export const changeTag = defineCommand({
  name: "client.change_tag",
  input: ChangeTag,
  access: inProvider.administer_clients,
  locks: ({ input: { providerId } }) => [team(providerId)],
  async run({ tx, input: { providerId, tagId, name, shown, ...typed }, now }) {
    const isTag = and(eq(providerTags.providerId, providerId), eq(providerTags.id, tagId));
    const [before] = await tx
      .select({ name: providerTags.name, color: providerTags.color })
      .from(providerTags)
      .where(isTag);
    if (!before) throw new NotFound();
    const { color = before.color } = ownChanges(
      { color: typed.color },
      shown && { color: shown.color },
      before,
    );
    assertStillSealed(shown?.name, before.name);
    await tx.update(providerTags).set({ name, color, revisedAt: now }).where(isTag);
    return done({ tagId }, { type: "provider.tag_changed", providerId });
  },
});
