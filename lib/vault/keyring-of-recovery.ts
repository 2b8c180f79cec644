import { openKey, sealKey } from "@/lib/crypto/seal-key";
import { derive, openPrivateKey, sealUserKey } from "@/lib/vault/account-keys";
import { inVaultWords } from "@/lib/vault/failures";
import type { Holding } from "@/lib/vault/holding";
import type { VaultOfRecovery } from "@/lib/vault/vault-of-recovery";

/** Account recovery: the user key, sealed for an organization and opened by it. */
export const recoveryOf = ({ keyOf, openPair }: Holding): VaultOfRecovery => ({
  async enrol(ref, organization, pair) {
    await openPair(organization, pair);
    return inVaultWords(sealKey(keyOf(ref), pair.publicKey));
  },

  async recover(organization, pair, { userKeyForOrganization, ...account }, next) {
    const privateKey = await openPair(organization, pair);
    const userKey = await inVaultWords(openKey(privateKey, userKeyForOrganization));
    await inVaultWords(openPrivateKey(userKey, account));
    const { masterKey, authenticationHash } = await inVaultWords(derive(next));
    return {
      nextHash: authenticationHash,
      userKeyForAccount: await sealUserKey(masterKey, userKey),
    };
  },
});
