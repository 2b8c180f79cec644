import "server-only";
import { eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizationMembers } from "@/db/schema/organization-members";
import type { SealedKey } from "@/lib/crypto/types";
import type { OrganizationKeyId, OrganizationMemberId, ProviderId } from "@/lib/domain/ids";
import type { MustHold } from "@/lib/operations/command";
import { givenKeys } from "@/lib/operations/given-keys";
import { team } from "@/lib/operations/locks";

type Confirmation = {
  id: OrganizationMemberId;
  key: SealedKey;
  /** The place is one of the provider's. */
  isProviders: boolean;
  letInByProvider: boolean;
};
type Given = {
  organizationKeyId: OrganizationKeyId;
  providerId: ProviderId | null;
  mustHold: MustHold;
  now: Date;
};

/** Writes what confirming makes of members, each with the key that was sealed for them. One statement. */
export async function writeConfirmations(
  tx: Tx,
  { organizationKeyId, providerId, mustHold, now }: Given,
  members: readonly Confirmation[],
): Promise<void> {
  const providersPlaces = members.flatMap(({ id, isProviders }) => (isProviders ? id : []));
  if (providersPlaces.length > 0 && providerId) mustHold(team(providerId));
  const letIn = members.flatMap(({ id, letInByProvider }) => (letInByProvider ? id : []));
  await tx
    .update(organizationMembers)
    .set({
      status: "confirmed",
      letInByProvider: letIn.length > 0 ? inArray(organizationMembers.id, letIn) : false,
      organizationKeyForMember: sql<SealedKey>`given.key`,
      organizationKeyId,
      confirmedAt: now,
      readUntil: null,
      revisedAt: now,
      ...(providersPlaces.length > 0 && {
        placeOfProvider: sql`case when ${inArray(organizationMembers.id, providersPlaces)}
          then ${providerId}::uuid else ${organizationMembers.placeOfProvider} end`,
      }),
    })
    .from(givenKeys(members))
    .where(eq(organizationMembers.id, sql`given.id`));
}
