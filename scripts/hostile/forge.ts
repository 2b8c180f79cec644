import { toBase64 } from "@/lib/crypto/base64";
import { makeKeyPair } from "@/lib/crypto/key-pair";
import { sealKey } from "@/lib/crypto/seal-key";
import { sealBytes } from "@/lib/crypto/symmetric";
import { makeSymmetricKey } from "@/lib/crypto/symmetric-key";
import type { EncString, PublicKey } from "@/lib/crypto/types";
import type { Forgeries } from "../../e2e/hostile/world";

/** Keys of the attacker's own, and what a server can make of them for people whose public keys it has. */
export async function forge({
  brett,
  olive,
  privateKeyForOrganization,
}: {
  brett: PublicKey;
  olive: PublicKey;
  privateKeyForOrganization: EncString;
}): Promise<Forgeries> {
  const [providerKey, organizationKey] = [makeSymmetricKey(), makeSymmetricKey()];
  const own = await makeKeyPair();
  // Long texts travel with their length, so what stands in for one has to be as long.
  let pair = await makeKeyPair();
  let sealed = await sealBytes(organizationKey, pair.privateKey);
  while (sealed.length !== privateKeyForOrganization.length) {
    pair = await makeKeyPair();
    sealed = await sealBytes(organizationKey, pair.privateKey);
  }
  return {
    publicKey: own.publicKey,
    privateKey: toBase64(own.privateKey),
    providerKey: toBase64(providerKey),
    organizationKey: toBase64(organizationKey),
    providerKeyForBrett: await sealKey(providerKey, brett),
    clientKeyForProvider: await sealBytes(providerKey, makeSymmetricKey()),
    organizationKeyForOlive: await sealKey(organizationKey, olive),
    organizationPublicKey: pair.publicKey,
    privateKeyForOrganization: sealed,
  };
}
