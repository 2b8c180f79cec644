import { openItems, openTexts } from "@/lib/crypto/batch";
import { makeKeyPair } from "@/lib/crypto/key-pair";
import { openKey, sealKey } from "@/lib/crypto/seal-key";
import { openBytes, sealBytes, sealText } from "@/lib/crypto/symmetric";
import { asSymmetricKey, makeSymmetricKey } from "@/lib/crypto/symmetric-key";
import type { EncString, MasterKey, PublicKey, SymmetricKey } from "@/lib/crypto/types";
import {
  type AccountKeys,
  derive,
  expectSameKey,
  makeAccountKeys,
  openPrivateKey,
  openUserKey,
  sealUserKey,
} from "@/lib/vault/account-keys";
import { VaultError } from "@/lib/vault/errors";
import { inVaultWords } from "@/lib/vault/failures";
import { openAfterReload, sealForReload } from "@/lib/vault/reload";
import type { KeyRef, SealedAccountKeys, SealedFields, Vault } from "@/lib/vault/vault";

/** What a vault knows between two locks. Locking replaces the whole, so that late answers change nothing. */
type Held = {
  keys: Map<KeyRef, SymmetricKey>;
  privateKey?: CryptoKey;
  publicKey?: PublicKey;
  masterKey?: MasterKey;
};

/** A vault in this process: the one a browser's worker serves, and the one of seeds and tests. */
export function makeKeyring(): Vault {
  let held: Held = { keys: new Map() };

  const forget = () => {
    held = { keys: new Map() };
    return held;
  };

  /** Whoever locked meanwhile has locked: what was under way ends there. */
  const stillHeld = (mine: Held) => {
    if (mine !== held) throw new VaultError("locked");
  };

  const hold = (mine: Held, { userKey, privateKey, publicKey }: AccountKeys) => {
    stillHeld(mine);
    mine.keys.set("user", userKey);
    mine.privateKey = privateKey;
    mine.publicKey = publicKey;
  };

  const keyOf = (ref: KeyRef): SymmetricKey => {
    if (!held.keys.has("user")) throw new VaultError("locked");
    const key = held.keys.get(ref);
    if (!key) throw new VaultError("unknown_key");
    return key;
  };

  /** The user key comes from unlocking and from nowhere else, whatever a server sends. */
  const keep = (mine: Held, ref: KeyRef, key: SymmetricKey) => {
    stillHeld(mine);
    if (ref === "user") throw new VaultError("cannot_open");
    mine.keys.set(ref, key);
  };

  const unlocked = (): Held => {
    keyOf("user");
    return held;
  };

  const openAccount = async (
    mine: Held,
    masterKey: MasterKey,
    keys: SealedAccountKeys,
    wrong: "wrong_password" | "cannot_open",
  ) => {
    const userKey = await inVaultWords(openUserKey(masterKey, keys.userKeyForAccount), wrong);
    const privateKey = await inVaultWords(openPrivateKey(userKey, keys));
    hold(mine, { userKey, privateKey, publicKey: keys.publicKey });
  };

  return {
    async makeAccount(master) {
      const mine = forget();
      const { masterKey, authenticationHash } = await inVaultWords(derive(master));
      const { sealed, opened } = await makeAccountKeys(masterKey);
      hold(mine, opened);
      return { ...sealed, authenticationHash };
    },

    async deriveAuthentication(master) {
      const mine = held;
      const { masterKey, authenticationHash } = await inVaultWords(derive(master));
      stillHeld(mine);
      mine.masterKey = masterKey;
      return authenticationHash;
    },

    async unlockAfterSignIn(keys) {
      const { masterKey } = held;
      if (!masterKey) throw new VaultError("locked");
      await openAccount(forget(), masterKey, keys, "cannot_open");
    },

    async unlock(master, keys) {
      const mine = forget();
      const { masterKey } = await inVaultWords(derive(master));
      await openAccount(mine, masterKey, keys, "wrong_password");
    },

    async changeMasterPassword(current, next, userKeyForAccount) {
      const mine = held;
      const [from, to] = [await inVaultWords(derive(current)), await inVaultWords(derive(next))];
      const userKey = await inVaultWords(openUserKey(from.masterKey, userKeyForAccount), "wrong_password");
      stillHeld(mine);
      expectSameKey(mine.keys.get("user"), userKey);
      return {
        currentHash: from.authenticationHash,
        nextHash: to.authenticationHash,
        userKeyForAccount: await sealUserKey(to.masterKey, userKey),
      };
    },

    sealForReload: async (whose, key) => inVaultWords(sealForReload(keyOf("user"), key, whose)),

    async reopen(whose, halves, keys) {
      const mine = held;
      const userKey = await inVaultWords(openAfterReload(halves, whose));
      const privateKey = await inVaultWords(openPrivateKey(userKey, keys));
      expectSameKey(mine.keys.get("user"), userKey);
      hold(mine, { userKey, privateKey, publicKey: keys.publicKey });
    },

    async lock() {
      forget();
    },

    async publicKey() {
      const { publicKey } = unlocked();
      if (!publicKey) throw new VaultError("locked");
      return publicKey;
    },

    holds: async (ref) => held.keys.has(ref),

    async makeKey(ref) {
      keep(unlocked(), ref, makeSymmetricKey());
    },

    async rename(from, to) {
      keep(held, to, keyOf(from));
    },

    async openKey(ref, sealed) {
      const mine = unlocked();
      if (!mine.privateKey) throw new VaultError("locked");
      keep(mine, ref, await inVaultWords(openKey(mine.privateKey, sealed)));
    },

    async openKeyUnder(ref, sealed, under) {
      const [mine, key] = [held, keyOf(under)];
      const opened = await inVaultWords(openBytes(key, sealed).then(asSymmetricKey));
      keep(mine, ref, opened);
    },

    sealKeyFor: async (ref, publicKey) => inVaultWords(sealKey(keyOf(ref), publicKey)),

    sealKeyUnder: async (ref, under) => sealBytes(keyOf(under), keyOf(ref)),

    async makeKeyPair(under) {
      const key = keyOf(under);
      const { publicKey, privateKey } = await makeKeyPair();
      return { publicKey, sealedPrivateKey: await sealBytes(key, privateKey) };
    },

    async sealTexts(ref, texts) {
      const key = keyOf(ref);
      return Promise.all(texts.map((text) => sealText(key, text)));
    },

    openTexts: async (ref, texts) => openTexts(keyOf(ref), texts),

    openItems: async (ref, items) => openItems(keyOf(ref), items),

    async sealItem(ref, fields) {
      const key = keyOf(ref);
      const itemKey = makeSymmetricKey();
      return sealFields(itemKey, await sealBytes(key, itemKey), fields);
    },

    async resealItem(ref, sealedKey, fields) {
      const opened = await inVaultWords(openBytes(keyOf(ref), sealedKey).then(asSymmetricKey));
      return sealFields(opened, sealedKey, fields);
    },
  };
}

const sealFields = async (
  itemKey: SymmetricKey,
  key: EncString,
  fields: (string | null)[],
): Promise<SealedFields> => ({
  key,
  fields: await Promise.all(fields.map((text) => (text === null ? null : sealText(itemKey, text)))),
});
