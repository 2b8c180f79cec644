import { CannotOpen } from "@/lib/crypto/errors";
import { importPrivateKey, publicHalf } from "@/lib/crypto/key-pair";
import { openBytes } from "@/lib/crypto/symmetric";
import { asSymmetricKey } from "@/lib/crypto/symmetric-key";
import type { EncString, SymmetricKey } from "@/lib/crypto/types";
import { VaultError } from "@/lib/vault/errors";
import { inVaultWords } from "@/lib/vault/failures";
import type { OrganizationPair, ServedOrganizationKey } from "@/lib/vault/served";

/**
 * An organization's key opens the organization's private key, whose public half is the one that is served.
 *
 * @throws {VaultError} `key_does_not_fit`
 */
export const expectFitsOrganization = async (
  key: SymmetricKey,
  served: ServedOrganizationKey,
): Promise<void> => {
  await inVaultWords(openOrganizationPair(key, served), "key_does_not_fit");
};

/** Opens a private key, and makes sure that its public half is the one that was served with it. */
export async function openOrganizationPair(
  key: SymmetricKey,
  { publicKey, privateKeyForOrganization }: OrganizationPair,
): Promise<CryptoKey> {
  const privateKey = await openBytes(key, privateKeyForOrganization);
  if ((await publicHalf(privateKey)) !== publicKey) throw new CannotOpen();
  return importPrivateKey(privateKey);
}

/**
 * A provider's key opens the key of a client, if there is any. One is enough: a single row that somebody spoiled
 * must not lock a whole team out.
 *
 * @throws {VaultError} `key_does_not_fit`
 */
export async function expectFitsClients(key: SymmetricKey, clientKeys: EncString[]): Promise<void> {
  for (const sealed of clientKeys) if (await openBytes(key, sealed).then(isKey, () => false)) return;
  if (clientKeys.length > 0) throw new VaultError("key_does_not_fit");
}

const isKey = (opened: Parameters<typeof asSymmetricKey>[0]) => Boolean(asSymmetricKey(opened));
