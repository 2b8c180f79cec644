import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import { clientTags } from "@/db/schema/client-tags";
import { mayHaveTags, SetClientTags } from "@/lib/domain/provider/tags";
import { lockClients } from "@/lib/operations/client/internal/lock-clients";
import { expectTags } from "@/lib/operations/client/internal/lock-tags";
import { assertAllowed, defineCommand } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { organization } from "@/lib/operations/locks";
import { done, doneUnrecorded } from "@/lib/operations/outcome";
import { inProvider } from "@/lib/operations/provider/access";

/** Says which tags a client has. Its own people do not learn of them. */
export const setClientTags = defineCommand({
  name: "client.set_tags",
  input: SetClientTags,
  access: inProvider.administer_clients,
  locks: ({ input: { organizationId } }) => [organization(organizationId)],
  async run({ tx, input: { providerId, organizationId, tagIds }, now }) {
    const [client] = await lockClients(tx, providerId, [organizationId]);
    if (!client) throw new NotFound();
    const given = tagIds.filter((id) => !client.tags.includes(id));
    const taken = client.tags.filter((id) => !tagIds.includes(id));
    if (given.length + taken.length === 0)
      return doneUnrecorded({ organizationId }, "it had just these already");
    assertAllowed(mayHaveTags(tagIds.length));
    await expectTags(tx, providerId, given);

    const ofClient = eq(clientTags.organizationId, organizationId);
    if (taken.length > 0) await tx.delete(clientTags).where(and(ofClient, inArray(clientTags.tagId, taken)));
    if (given.length > 0)
      await tx
        .insert(clientTags)
        .values(given.map((tagId) => ({ providerId, organizationId, tagId, taggedAt: now })));
    return done(
      { organizationId },
      {
        type: "client.tags_changed",
        providerId,
        providerOrganizationId: client.providerOrganizationId,
        details: { name: client.name, given: given.length, taken: taken.length },
      },
    );
  },
});
