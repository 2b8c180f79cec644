import { keyDigest, publicKeyDigest } from "@/lib/crypto/digest";
import { makeKeyPair } from "@/lib/crypto/key-pair";
import { sealKey } from "@/lib/crypto/seal-key";
import { sealBytes, sealText } from "@/lib/crypto/symmetric";
import { makeSymmetricKey } from "@/lib/crypto/symmetric-key";
import type { SymmetricKey } from "@/lib/crypto/types";
import { inVaultWords } from "@/lib/vault/failures";
import { expectFitsClients, expectFitsOrganization } from "@/lib/vault/fitting-keys";
import type { Holding } from "@/lib/vault/holding";
import {
  compareKnown,
  forgetUnreadable,
  isAmongKnown,
  keepKnown,
  openKnown,
  otherKnown,
  replaceKnown,
  sealOwn,
  type Way,
} from "@/lib/vault/known-keys";
import type { ServedOrganizationKey } from "@/lib/vault/served";
import type { VaultOfTenants } from "@/lib/vault/vault-of-tenants";

/** Keys of providers and organizations: how they are made, come into the vault, and are sealed for people. */
export const tenantsOf = ({
  memory,
  held,
  keyOf,
  unlocked,
  admit,
  expectNotHeld,
  openForMember,
  openServed,
}: Holding): VaultOfTenants => ({
  holds: async (ref) => held().keys.has(ref),

  async drop(ref) {
    held().keys.delete(ref);
    held().ways.delete(ref);
    held().organizationKeyIds.delete(ref);
  },

  async makeProviderKey(ref) {
    const { mine, account, owner } = unlocked();
    expectNotHeld(mine, ref);
    const key = makeSymmetricKey();
    const providerKeyForMember = await sealKey(key, account.publicKey);
    return { providerKeyForMember, known: await sealOwn(owner, ref, keyDigest(key)) };
  },

  async makeOrganizationKey(ref, under, texts) {
    const { mine, owner } = unlocked();
    expectNotHeld(mine, ref);
    const [key, providerKey] = [makeSymmetricKey(), keyOf(under)];
    return {
      organizationKeyForProvider: await sealBytes(providerKey, key),
      ...(await sealUnderNew(key, texts)),
      known: await sealOwn(owner, ref, keyDigest(key), "own"),
    };
  },

  async makeOwnOrganizationKey(ref, texts) {
    const { mine, account, owner } = unlocked();
    expectNotHeld(mine, ref);
    const key = makeSymmetricKey();
    return {
      organizationKeyForMember: await sealKey(key, account.publicKey),
      ...(await sealUnderNew(key, texts)),
      known: await sealOwn(owner, ref, keyDigest(key), "own"),
    };
  },

  async remember(known) {
    await keepKnown(memory, known);
  },

  forgetUnreadable: async () => forgetUnreadable(memory, unlocked().owner),

  async openProviderKey(ref, { providerKeyForMember, clientKeys, knownProviderKey }) {
    const by = unlocked();
    const key = await openForMember(by, providerKeyForMember);
    await expectFitsClients(key, clientKeys);
    return admit(by, ref, key, knownProviderKey, []);
  },

  async openOrganizationKey(ref, served) {
    const by = unlocked();
    const key = await openServed(by, served);
    await expectFitsOrganization(key, served);
    const known = await admit(by, ref, key, served.knownOrganizationKey, served.successions, wayOf(served));
    by.mine.organizationKeyIds.set(ref, served.organizationKeyId);
    return known;
  },

  organizationKeyId: async (ref) => held().organizationKeyIds.get(ref) ?? null,

  async sealKeyFor(ref, { userId, publicKey, knownPublicKey }) {
    const [{ owner }, key] = [unlocked(), keyOf(ref)];
    const sealed = await inVaultWords(sealKey(key, publicKey));
    const { known } = await compareKnown(memory, owner, {
      subject: `account:${userId}`,
      digest: publicKeyDigest(publicKey),
      served: knownPublicKey,
      problem: "person_key_differs",
    });
    return { sealed, known };
  },

  formerKeyOf: async ({ userId, publicKey, knownPublicKey }) =>
    otherKnown(memory, unlocked().owner, {
      subject: `account:${userId}`,
      digest: publicKeyDigest(publicKey),
      served: knownPublicKey,
    }),

  isKnown: async ({ userId, publicKey, knownPublicKey }) =>
    isAmongKnown(memory, unlocked().owner, {
      subject: `account:${userId}`,
      digest: publicKeyDigest(publicKey),
      served: knownPublicKey,
    }),

  async acceptKey({ userId, publicKey }) {
    const [{ owner }, digest] = [unlocked(), publicKeyDigest(publicKey)];
    const compared = await sealOwn(owner, `compared:${userId}`, digest);
    const known = await replaceKnown(memory, owner, `account:${userId}`, digest);
    return { known: known.record, compared: compared.record };
  },

  async isCompared({ userId, publicKey, comparedPublicKey }) {
    const { owner } = unlocked();
    if (comparedPublicKey === null) return false;
    const compared = await openKnown(owner, `compared:${userId}`, comparedPublicKey);
    return compared?.digest === publicKeyDigest(publicKey);
  },

  rememberCompared: async ({ userId, publicKey }) =>
    sealOwn(unlocked().owner, `compared:${userId}`, publicKeyDigest(publicKey)),
});

/** Only what is under a provider's key was sealed by somebody who holds that one. */
const wayOf = (served: ServedOrganizationKey): Way | null => {
  if (served.kind === "provider") return `provider:${served.providerId}`;
  return served.kind === "member" ? "member" : null;
};

/** What a new organization has under its key: its pair, and texts. */
async function sealUnderNew(key: SymmetricKey, texts: string[]) {
  const { publicKey, privateKey } = await makeKeyPair();
  return {
    publicKey,
    privateKeyForOrganization: await sealBytes(key, privateKey),
    texts: await Promise.all(texts.map((text) => sealText(key, text))),
  };
}
