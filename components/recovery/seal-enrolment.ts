import { type AskOrganizationKey, holdServedOrganizationKey, KeyRefused } from "@/components/vault/hold-key";
import type { Vault } from "@/lib/vault/vault";

/**
 * The user key, sealed to the public key that the organization's private one gives, and to no other. The organization's
 * key is compared with what is remembered of it first.
 *
 * @throws {KeyRefused}
 * @throws {VaultError} when a key is not the right one
 */
export async function sealEnrolment(vault: Vault, organizationId: string, getKey: AskOrganizationKey) {
  const key = await getKey({ organizationId });
  if (!key.ok) throw new KeyRefused(key.failure);
  await holdServedOrganizationKey(vault, organizationId, key.result);
  const userKeyForOrganization = await vault.enrol("user", `organization:${organizationId}`, key.result);
  return { organizationId, organizationKeyId: key.result.organizationKeyId, userKeyForOrganization };
}
