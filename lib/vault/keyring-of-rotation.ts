import { makeKeyPair } from "@/lib/crypto/key-pair";
import { openKey, sealKey } from "@/lib/crypto/seal-key";
import { sealBytes } from "@/lib/crypto/symmetric";
import { makeSymmetricKey } from "@/lib/crypto/symmetric-key";
import { expectSameKey, openAccountPair, openUserKey, sealUserKey } from "@/lib/vault/account-keys";
import { VaultError } from "@/lib/vault/errors";
import { inVaultWords } from "@/lib/vault/failures";
import { openOrganizationPair } from "@/lib/vault/fitting-keys";
import { succeedUserKey } from "@/lib/vault/former-user-keys";
import type { Holding } from "@/lib/vault/holding";
import { openKnown, sealKnown } from "@/lib/vault/known-keys";
import { openNextKey, resealAll, resealItems, sealNextKey, succeed } from "@/lib/vault/next-key";
import type { NextKeyRef } from "@/lib/vault/served";
import type { VaultOfRotation } from "@/lib/vault/vault-of-rotation";

/** The key that comes next, and what is sealed anew under it. */
export const rotationOf = ({
  memory,
  held,
  stillHeld,
  keyOf,
  unlocked,
  deriveOnce,
  openPair,
}: Holding): VaultOfRotation => ({
  async makeNextKey(ref, of, account) {
    const { mine, owner } = unlocked();
    const [present, key] = [keyOf(of), makeSymmetricKey()];
    const pair = account ? await inVaultWords(openAccountPair(present, account)) : await makeKeyPair();
    const made = {
      keyForBeginner: await sealNextKey(owner.userKey, { ref, of, present }, key),
      publicKey: pair.publicKey,
      privateKey: await sealBytes(key, pair.privateKey),
      succession:
        of === "user"
          ? await succeedUserKey(memory, owner.owner, present, key)
          : await succeed(of, present, key),
    };
    stillHeld(mine);
    mine.keys.set(ref, key);
    mine.nextOf.set(ref, of);
    return made;
  },

  async takeUpNextKey(ref, of, { keyForBeginner, publicKey, privateKey }) {
    const { mine, owner } = unlocked();
    const replaced = { ref, of, present: keyOf(of) };
    const key = await inVaultWords(openNextKey(owner.userKey, replaced, keyForBeginner));
    await inVaultWords(openOrganizationPair(key, { publicKey, privateKeyForOrganization: privateKey }));
    // It may have been begun on another device.
    if (of === "user") await succeedUserKey(memory, owner.owner, replaced.present, key);
    stillHeld(mine);
    mine.keys.set(ref, key);
    mine.nextOf.set(ref, of);
  },

  resealTexts: async (from, to, texts) => resealAll(keyOf(from), keyOf(to), texts),

  resealItems: async (from, to, items) => resealItems(keyOf(from), keyOf(to), items),

  async sealKeyUnder(under, ref, isChosen = false) {
    const [over, key, { ways, nextOf }] = [keyOf(under), keyOf(ref), held()];
    const of = nextOf.get(ref as NextKeyRef);
    const known = ways.get(of ?? ref) ?? new Set();
    // A server can make up a provider, and a key that came from under that one's: it speaks for no other provider.
    const isVouched = known.has(under) || (of ? known.size === 0 : isChosen && known.has("own"));
    if (!isVouched) throw new VaultError("key_not_vouched");
    return sealBytes(over, key);
  },

  async resealEnrolments(of, pair, to, enrolments) {
    const privateKey = await openPair(of, pair);
    return Promise.all(
      enrolments.map((sealed) =>
        openKey(privateKey, sealed).then(
          (userKey) => sealKey(userKey, to),
          () => null,
        ),
      ),
    );
  },

  async resealKnown(to, records) {
    const { owner } = unlocked();
    const next = { userKey: keyOf(to), owner: owner.owner };
    return Promise.all(
      records.map(async ({ subject, record }) => {
        const known = await openKnown(owner, subject, record);
        return known === null ? null : (await sealKnown(next, subject, known)).record;
      }),
    );
  },

  async sealNextUserKey(ref, master, userKeyForAccount) {
    const [mine, key] = [held(), keyOf(ref)];
    const { masterKey, authenticationHash } = await deriveOnce(master);
    const present = await inVaultWords(openUserKey(masterKey, userKeyForAccount), "wrong_password");
    stillHeld(mine);
    expectSameKey(mine.keys.get("user"), present);
    return { currentHash: authenticationHash, userKeyForAccount: await sealUserKey(masterKey, key) };
  },
});
