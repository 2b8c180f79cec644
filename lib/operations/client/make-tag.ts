import "server-only";
import { eq } from "drizzle-orm";
import { providerTags } from "@/db/schema/client-tags";
import { MakeTag, mayMakeTag } from "@/lib/domain/provider/tags";
import { lockTags } from "@/lib/operations/client/internal/lock-tags";
import { assertAllowed, defineCommand } from "@/lib/operations/command";
import { team } from "@/lib/operations/locks";
import { madeBefore } from "@/lib/operations/made-before";
import { done, doneUnrecorded } from "@/lib/operations/outcome";
import { inProvider } from "@/lib/operations/provider/access";

/** Makes a tag for clients. Its name is sealed under the provider key; the team's lock holds their number. */
export const makeTag = defineCommand({
  name: "client.make_tag",
  input: MakeTag,
  access: inProvider.administer_clients,
  locks: ({ input: { providerId } }) => [team(providerId)],
  async run({ tx, input: { providerId, tagId, name, color }, now }) {
    const sameId = await tx.select().from(providerTags).where(eq(providerTags.id, tagId));
    if (madeBefore(sameId, (tag) => tag.providerId === providerId))
      return doneUnrecorded({ tagId }, "an earlier try has made it");
    assertAllowed(mayMakeTag((await lockTags(tx, providerId)).length));
    await tx
      .insert(providerTags)
      .values({ id: tagId, providerId, name, color, createdAt: now, revisedAt: now });
    return done({ tagId }, { type: "provider.tag_made", providerId });
  },
});
