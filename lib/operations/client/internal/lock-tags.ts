import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { providerTags } from "@/db/schema/client-tags";
import type { ClientTagId, ProviderId } from "@/lib/domain/ids";
import { NotFound } from "@/lib/operations/errors";

/** The provider's tags, held so that none of them is deleted before the commit. */
export const lockTags = (tx: Tx, providerId: ProviderId) =>
  tx
    .select({ id: providerTags.id, name: providerTags.name, color: providerTags.color })
    .from(providerTags)
    .where(eq(providerTags.providerId, providerId))
    .orderBy(providerTags.id)
    .for("key share");

/** @throws {NotFound} when one of the ids is none of the provider's. */
export async function expectTags(tx: Tx, providerId: ProviderId, tagIds: readonly ClientTagId[]) {
  if (tagIds.length === 0) return;
  const known = new Set((await lockTags(tx, providerId)).map(({ id }) => id));
  if (!tagIds.every((id) => known.has(id))) throw new NotFound();
}
