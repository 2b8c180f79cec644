import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import { clientTags } from "@/db/schema/client-tags";
import { mayHaveTags } from "@/lib/domain/provider/tags";
import { expectTags } from "@/lib/operations/client/internal/lock-tags";
import type { Work, Worked } from "@/lib/operations/client-job/internal/done-to";

/**
 * Gives a tag to clients or takes it from them. Whoever is as asked already counts as done, and has no event.
 *
 * @throws {NotFound} when the tag to be given is none of the provider's, or not any more.
 */
export async function tagClients({
  tx,
  providerId,
  clients,
  work,
  now,
}: Work<"tag" | "untag">): Promise<Worked> {
  const { kind, tagId } = work;
  const gives = kind === "tag";
  if (gives) await expectTags(tx, providerId, [tagId]);
  const judged = clients.map((client) => {
    const isAsAsked = client.tags.includes(tagId) === gives;
    const decision = mayHaveTags(client.tags.length + (gives && !isAsAsked ? 1 : 0));
    return { client, isAsAsked, refusal: decision.allowed || isAsAsked ? null : decision.refusal };
  });
  const changed = judged.flatMap(({ client, isAsAsked, refusal }) => (isAsAsked || refusal ? [] : [client]));
  const ids = changed.map(({ id }) => id);

  if (gives && ids.length > 0)
    await tx
      .insert(clientTags)
      .values(ids.map((organizationId) => ({ providerId, organizationId, tagId, taggedAt: now })));
  if (!gives && ids.length > 0)
    await tx
      .delete(clientTags)
      .where(and(eq(clientTags.tagId, tagId), inArray(clientTags.organizationId, ids)));

  return {
    rows: judged.map(({ client, isAsAsked, refusal }) => ({
      organizationId: client.id,
      refusal,
      result: isAsAsked ? { asBefore: true } : null,
    })),
    events: changed.map(({ providerOrganizationId, name }) => ({
      type: "client.tags_changed",
      providerId,
      providerOrganizationId,
      details: { name, given: gives ? 1 : 0, taken: gives ? 0 : 1 },
    })),
  };
}
