import "server-only";
import type { Tx } from "@/db/client";
import { providerMembers } from "@/db/schema/provider-members";
import type { SealedKey } from "@/lib/crypto/types";
import type { ProviderId, ProviderMemberId, UserId } from "@/lib/domain/ids";

type Owner = { providerId: ProviderId; userId: UserId; providerKeyForMember: SealedKey };

/** Whoever sets a provider up is its first admin, and confirmed: they made the key that others are confirmed with. */
export async function insertFirstAdmin(tx: Tx, owner: Owner, now: Date): Promise<ProviderMemberId> {
  const [member] = await tx
    .insert(providerMembers)
    .values({
      ...owner,
      role: "provider_admin",
      status: "confirmed",
      acceptedAt: now,
      confirmedAt: now,
      createdAt: now,
      revisedAt: now,
    })
    .returning({ id: providerMembers.id });
  if (!member) throw new Error("an inserted member comes back");
  return member.id;
}
