import "server-only";
import { and, eq } from "drizzle-orm";
import { clientTags, providerTags } from "@/db/schema/client-tags";
import { DeleteTag } from "@/lib/domain/provider/tags";
import { defineCommand } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { organization, team } from "@/lib/operations/locks";
import { done } from "@/lib/operations/outcome";
import { inProvider } from "@/lib/operations/provider/access";

/** Deletes a tag, and takes it from the clients that have it. */
export const deleteTag = defineCommand({
  name: "client.delete_tag",
  input: DeleteTag,
  access: inProvider.administer_clients,
  // The rows of its clients say which tags they have, so they change with it.
  locks: async ({ tx, input: { providerId, tagId } }) => {
    const tagged = await tx
      .select({ id: clientTags.organizationId })
      .from(clientTags)
      .where(and(eq(clientTags.providerId, providerId), eq(clientTags.tagId, tagId)));
    return [team(providerId), ...tagged.map(({ id }) => organization(id))];
  },
  async run({ tx, input: { providerId, tagId } }) {
    const ofTag = and(eq(clientTags.providerId, providerId), eq(clientTags.tagId, tagId));
    const taken = await tx.delete(clientTags).where(ofTag).returning({ id: clientTags.organizationId });
    const [gone] = await tx
      .delete(providerTags)
      .where(and(eq(providerTags.providerId, providerId), eq(providerTags.id, tagId)))
      .returning({ id: providerTags.id });
    if (!gone) throw new NotFound();
    return done(
      { count: taken.length },
      { type: "provider.tag_deleted", providerId, details: { count: taken.length } },
    );
  },
});
