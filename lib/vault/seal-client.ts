import type { EncString, PublicKey, SealedKey } from "@/lib/crypto/types";
import type { KnownKey } from "@/lib/vault/served";
import type { Vault } from "@/lib/vault/vault";

/** What the server is given of a new organization's keys, whoever holds its key. */
type SealedOrganization = {
  organizationKeyId: string;
  publicKey: PublicKey;
  privateKeyForOrganization: EncString;
  /** The name of its default collection. */
  collectionName: EncString;
};

/** The same of a client: its key is under its provider's. */
export type SealedClientKeys = SealedOrganization & { organizationKeyForProvider: EncString };

/** The same of an organization of one's own. */
export type SealedOwnKeys = SealedOrganization & { organizationKeyForMember: SealedKey };

type New = { organizationId: string; collectionName: string };

/**
 * Makes the keys of a new client organization: its key, sealed under the provider's, and its RSA pair. Until
 * a provider user confirms the owner, nobody in the organization holds any of them. Protocol chapter 1.5.
 */
export async function sealNewClient(
  vault: Vault,
  providerId: string,
  { organizationId, collectionName }: New,
): Promise<{ keys: SealedClientKeys; known: KnownKey }> {
  const made = await vault.makeOrganizationKey(`organization:${organizationId}`, `provider:${providerId}`, [
    collectionName,
  ]);
  return withKeyId(made);
}

/** Makes the keys of an organization of one's own, which nobody else holds. */
export async function sealOwnOrganization(
  vault: Vault,
  { organizationId, collectionName }: New,
): Promise<{ keys: SealedOwnKeys; known: KnownKey }> {
  return withKeyId(await vault.makeOwnOrganizationKey(`organization:${organizationId}`, [collectionName]));
}

function withKeyId<Keys>({ texts, known, ...keys }: Keys & { texts: EncString[]; known: KnownKey }) {
  const [collectionName] = texts;
  if (!collectionName) throw new Error("a vault seals as many texts as it is given");
  return { keys: { organizationKeyId: crypto.randomUUID(), ...keys, collectionName }, known };
}
