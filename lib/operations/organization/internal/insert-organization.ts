import "server-only";
import type { Tx } from "@/db/client";
import { organizations } from "@/db/schema/organizations";
import type { EncString, PublicKey } from "@/lib/crypto/types";
import type { OrganizationId, OrganizationKeyId, ProviderId } from "@/lib/domain/ids";
import { sortKey } from "@/lib/domain/names";
import { type Plan, planFacts } from "@/lib/domain/organization/plans";

type Made = {
  organizationId: OrganizationId;
  name: string;
  plan: Plan;
  seats: number;
  organizationKeyId: OrganizationKeyId;
  publicKey: PublicKey;
  privateKeyForOrganization: EncString;
};

/** Makes the row of an organization, whose owner takes one seat. Null stands for no provider. */
export async function insertOrganization(
  tx: Tx,
  made: Made,
  { providerId, billingEmail }: { providerId: ProviderId | null; billingEmail: string },
  now: Date,
): Promise<void> {
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
