import "server-only";
import { blueprints } from "@/db/schema/blueprints";
import { isBlueprint } from "@/lib/operations/blueprint/internal/the-blueprint";
import type { Work, Worked } from "@/lib/operations/client-job/internal/done-to";
import { NotFound } from "@/lib/operations/errors";

/**
 * Has clients wait for a blueprint. The browser of whoever asks applies it to one after the other; whether they use
 * blueprints, and what it may do to each, is judged then.
 *
 * @throws {NotFound} when the blueprint is none of the provider's, or not any more.
 */
export async function leaveToBrowser({
  tx,
  providerId,
  clients,
  work: { kind, blueprintId },
}: Work<"blueprint">): Promise<Worked> {
  const [blueprint] = await tx
    .select({ id: blueprints.id })
    .from(blueprints)
    .where(isBlueprint({ providerId, blueprintId }));
  if (!blueprint) throw new NotFound();
  return {
    rows: clients.map(({ id }) => ({ organizationId: id, refusal: null, result: null })),
    events: [
      { type: "provider.client_job_begun", providerId, details: { job: kind, count: clients.length } },
    ],
  };
}
