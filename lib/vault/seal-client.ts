import type { EncString, PublicKey } from "@/lib/crypto/types";
import type { Vault } from "@/lib/vault/vault";

/** What the server is given of a new client organization's keys. */
export type SealedClientKeys = {
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
  { collectionName }: { collectionName: string },
): Promise<SealedClientKeys> {
  await vault.makeKey("new:organization");
  const organizationKeyForProvider = await vault.sealKeyUnder("new:organization", `provider:${providerId}`);
  const { publicKey, sealedPrivateKey } = await vault.makeKeyPair("new:organization");
  const [sealedName] = await vault.sealTexts("new:organization", [collectionName]);
  if (!sealedName) throw new Error("a vault seals as many texts as it is given");

  return {
    organizationKeyForProvider,
    publicKey,
    privateKeyForOrganization: sealedPrivateKey,
    collectionName: sealedName,
  };
}
