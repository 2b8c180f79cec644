import "server-only";
import { and, eq } from "drizzle-orm";
import { providerTags } from "@/db/schema/client-tags";
import { ChangeTag } from "@/lib/domain/provider/tags";
import { defineCommand } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { team } from "@/lib/operations/locks";
import { done } from "@/lib/operations/outcome";
import { inProvider } from "@/lib/operations/provider/access";

/** Gives a tag another name or colour. The clients that have it keep it. */
export const changeTag = defineCommand({
  name: "client.change_tag",
  input: ChangeTag,
  access: inProvider.administer_clients,
  locks: ({ input: { providerId } }) => [team(providerId)],
  async run({ tx, input: { providerId, tagId, name, color }, now }) {
    const [changed] = await tx
      .update(providerTags)
      .set({ name, color, revisedAt: now })
      .where(and(eq(providerTags.providerId, providerId), eq(providerTags.id, tagId)))
      .returning({ id: providerTags.id });
    if (!changed) throw new NotFound();
    return done({ tagId }, { type: "provider.tag_changed", providerId });
  },
});
