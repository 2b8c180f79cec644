import { CannotOpen } from "@/lib/crypto/errors";
import { publicHalf } from "@/lib/crypto/key-pair";
import { openBytes } from "@/lib/crypto/symmetric";
import { asSymmetricKey } from "@/lib/crypto/symmetric-key";
import type { EncString, SymmetricKey } from "@/lib/crypto/types";
import { VaultError } from "@/lib/vault/errors";
import { inVaultWords } from "@/lib/vault/failures";
import type { ServedOrganizationKey } from "@/lib/vault/vault";

/**
 * An organization's key opens the organization's private key, whose public half is the one that is served.
 *
 * @throws {VaultError} `key_does_not_fit`
 */
export const expectFitsOrganization = (
  key: SymmetricKey,
  { privateKeyForOrganization, publicKey }: ServedOrganizationKey,
): Promise<void> =>
  inVaultWords(
    openBytes(key, privateKeyForOrganization).then(async (privateKey) => {
      if ((await publicHalf(privateKey)) !== publicKey) throw new CannotOpen();
    }),
    "key_does_not_fit",
  );

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
