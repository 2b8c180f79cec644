import { isToCompare } from "@/components/recovery/member-key";
import type { RecoveryActions } from "@/components/recovery/recovery-actions";
import { holdServedOrganizationKey, KeyRefused } from "@/components/vault/hold-key";
import type { PublicKey } from "@/lib/crypto/types";
import type { OpenedRecovery } from "@/lib/operations/recovery/open-recovery";
import { makeTemporaryPassword } from "@/lib/vault/temporary-password";
import type { Vault } from "@/lib/vault/vault";

type Which = { organizationId: string; memberId: string };

/** A temporary master password, and what the server is sent for it. */
export type Recovered = NonNullable<Awaited<ReturnType<typeof recoverAccount>>>;

/**
 * Makes a temporary master password and seals a member's user key under it. Answers the password, and what the server
 * is sent; or null when the phrase of the member's key has to be compared first.
 *
 * @param compared the key whose phrase was compared just now.
 * @throws {KeyRefused}
 * @throws {VaultError} when a key is not the right one
 */
export async function recoverAccount(
  vault: Vault,
  { organizationId, memberId }: Which,
  { email, kdf, asked, mark, person, ...keys }: OpenedRecovery,
  getKey: RecoveryActions["getKey"],
  compared: PublicKey | null,
) {
  if (await isToCompare(vault, { publicKey: keys.publicKey, person }, compared)) return null;
  const key = await getKey({ organizationId });
  if (!key.ok) throw new KeyRefused(key.failure);
  await holdServedOrganizationKey(vault, organizationId, key.result);
  const password = await makeTemporaryPassword(asked);
  const sealed = await vault.recover(`organization:${organizationId}`, key.result, keys, {
    email,
    password,
    kdf,
  });
  return { password, send: { organizationId, memberId, mark, ...sealed } };
}
