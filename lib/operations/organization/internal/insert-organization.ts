import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { events } from "@/db/schema/events";
import { organizations } from "@/db/schema/organizations";
import type { EncString, PublicKey } from "@/lib/crypto/types";
import type { OrganizationId, OrganizationKeyId, ProviderId } from "@/lib/domain/ids";
import { sortKey } from "@/lib/domain/names";
import { type Plan, planFacts } from "@/lib/domain/organization/plans";
import { NotFound } from "@/lib/operations/errors";

type Made = {
  organizationId: OrganizationId;
  name: string;
  plan: Plan;
  seats: number;
  organizationKeyId: OrganizationKeyId;
  publicKey: PublicKey;
  privateKeyForOrganization: EncString;
};

/**
 * Makes the row of an organization, whose owner takes one seat. Null stands for no provider.
 *
 * @throws {NotFound} when another had this id. Its log outlives it, and would be read by whoever has the id now.
 */
export async function insertOrganization(
  tx: Tx,
  made: Made,
  { providerId, billingEmail }: { providerId: ProviderId | null; billingEmail: string },
  now: Date,
): Promise<void> {
  const former = tx.select({ log: events.log }).from(events).where(eq(events.log, made.organizationId));
  if ((await former.limit(1)).length > 0) throw new NotFound();
  await tx.insert(organizations).values({
    id: made.organizationId,
    providerId,
    name: made.name,
    sortName: sortKey(made.name),
    billingEmail,
    plan: made.plan,
    status: providerId ? "managed" : "created",
    features: [...planFacts[made.plan].features],
    seats: made.seats,
    usedSeats: 1,
    keyId: made.organizationKeyId,
    publicKey: made.publicKey,
    privateKeyForOrganization: made.privateKeyForOrganization,
    createdAt: now,
    revisedAt: now,
  });
}
