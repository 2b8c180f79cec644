import type { EncString, PublicKey } from "@/lib/crypto/types";
import type { KnownKey, Vault } from "@/lib/vault/vault";

/** What the server is given of a new client organization's keys. */
export type SealedClientKeys = {
  organizationKeyId: string;
  organizationKeyForProvider: EncString;
  publicKey: PublicKey;
  privateKeyForOrganization: EncString;
  collectionName: EncString;
};

/**
 * Makes the keys of a new client organization: its key, sealed under the provider's, and its RSA pair. Until
 * a provider user confirms the owner, nobody in the organization holds any of them. Protocol chapter 1.5.
 */
export async function sealNewClient(
  vault: Vault,
  providerId: string,
  { organizationId, collectionName }: { organizationId: string; collectionName: string },
): Promise<{ keys: SealedClientKeys; known: KnownKey }> {
  const { texts, known, ...keys } = await vault.makeOrganizationKey(
    `organization:${organizationId}`,
    `provider:${providerId}`,
    [collectionName],
  );
  const [sealedName] = texts;
  if (!sealedName) throw new Error("a vault seals as many texts as it is given");
  return {
    keys: { organizationKeyId: crypto.randomUUID(), ...keys, collectionName: sealedName },
    known,
  };
}
