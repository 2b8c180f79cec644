import { type Named, openItems, openTexts } from "@/lib/crypto/batch";
import { equalBytes } from "@/lib/crypto/bytes";
import { keyDigest, publicKeyDigest } from "@/lib/crypto/digest";
import { makeKeyPair } from "@/lib/crypto/key-pair";
import { openKey, sealKey } from "@/lib/crypto/seal-key";
import { openBytes, sealBytes, sealText } from "@/lib/crypto/symmetric";
import { asSymmetricKey, makeSymmetricKey } from "@/lib/crypto/symmetric-key";
import type { EncString, MasterKey, SealedKey, SymmetricKey } from "@/lib/crypto/types";
import {
  type AccountKeys,
  derive,
  expectSameKey,
  makeAccountKeys,
  openAccountPair,
  openPrivateKey,
  openUserKey,
  sealUserKey,
} from "@/lib/vault/account-keys";
import { openDeviceMemory } from "@/lib/vault/device-memory";
import { VaultError } from "@/lib/vault/errors";
import { inVaultWords } from "@/lib/vault/failures";
import { expectFitsClients, expectFitsOrganization, openOrganizationPair } from "@/lib/vault/fitting-keys";
import { expectNoWeakerKdf, rememberKdf } from "@/lib/vault/known-kdf";
import {
  compareKnown,
  keepKnown,
  openKnown,
  otherKnown,
  replaceKnown,
  sealKnown,
} from "@/lib/vault/known-keys";
import {
  openNextKey,
  predecessorsOf,
  resealAll,
  resealItems,
  sealNextKey,
  succeed,
} from "@/lib/vault/next-key";
import { openWithPasskey, sealForPasskey } from "@/lib/vault/passkey";
import { openAfterReload, sealForReload } from "@/lib/vault/reload";
import type {
  KeyRef,
  MasterPassword,
  NextKeyRef,
  OrganizationKeyRef,
  OrganizationPair,
  ProviderKeyRef,
  RotatedRef,
  SealedAccountKeys,
  ServedOrganizationKey,
  Succession,
  Vault,
} from "@/lib/vault/vault";

/** What a vault knows between two locks. Locking replaces the whole, so that late answers change nothing. */
type Held = {
  keys: Map<KeyRef, SymmetricKey>;
  organizationKeyIds: Map<KeyRef, string>;
  /** Which key each next one is to come after. */
  nextOf: Map<NextKeyRef, RotatedRef>;
  account?: AccountKeys;
  /** The master key that a proof was made from, kept until the account's keys come. */
  proven?: { masterKey: MasterKey; master: MasterPassword };
};

const nothing = (): Held => ({ keys: new Map(), organizationKeyIds: new Map(), nextOf: new Map() });

/** A vault in this process: the one a browser's worker serves, and the one of seeds and tests. */
export function makeKeyring(memory = openDeviceMemory()): Vault {
  let held = nothing();

  const forget = () => {
    held = nothing();
    return held;
  };

  /** If the vault was locked meanwhile, the work that was under way ends here. */
  const stillHeld = (mine: Held) => {
    if (mine !== held) throw new VaultError("locked");
  };

  const hold = (mine: Held, account: AccountKeys) => {
    stillHeld(mine);
    mine.keys.set("user", account.userKey);
    mine.account = account;
  };

  const keyOf = (ref: KeyRef): SymmetricKey => {
    if (!held.keys.has("user")) throw new VaultError("locked");
    const key = held.keys.get(ref);
    if (!key) throw new VaultError("unknown_key");
    return key;
  };

  const unlocked = () => {
    const { account } = held;
    if (!account) throw new VaultError("locked");
    const owner = { userKey: account.userKey, owner: publicKeyDigest(account.publicKey) };
    return { mine: held, account, owner };
  };

  /** Nothing of a master password is hashed before its settings were compared with those of the last time. */
  const deriveOnce = async (master: MasterPassword) => {
    await expectNoWeakerKdf(memory, master);
    return inVaultWords(derive(master));
  };

  const openAccount = async (
    mine: Held,
    { masterKey, master }: { masterKey: MasterKey; master: MasterPassword },
    keys: SealedAccountKeys,
    wrong: "wrong_password" | "cannot_open",
  ) => {
    const userKey = await inVaultWords(openUserKey(masterKey, keys.userKeyForAccount), wrong);
    const privateKey = await inVaultWords(openPrivateKey(userKey, keys));
    await rememberKdf(memory, master);
    hold(mine, { userKey, privateKey, publicKey: keys.publicKey });
  };

  /** Every key comes into the vault by this, after it was compared with what is remembered under its name. */
  const admit = async (
    { mine, owner }: ReturnType<typeof unlocked>,
    ref: ProviderKeyRef | OrganizationKeyRef,
    key: SymmetricKey,
    served: EncString | null,
    successions: readonly Succession[],
  ) => {
    // After the switch, the key that was to come next is the one that is there.
    for (const [name, other] of mine.keys) {
      if (name === ref || !equalBytes(other, key)) continue;
      if (mine.nextOf.get(name as NextKeyRef) !== ref) throw new VaultError("key_does_not_fit");
      mine.keys.delete(name);
    }
    const digest = keyDigest(key);
    const predecessors = await predecessorsOf(ref, key, successions);
    const known = await compareKnown(memory, owner, {
      subject: ref,
      digest,
      served,
      problem: "key_differs",
      predecessors,
    });
    stillHeld(mine);
    mine.keys.set(ref, key);
    return known;
  };

  const expectNotHeld = (mine: Held, ref: KeyRef) => {
    if (mine.keys.has(ref)) throw new VaultError("already_held");
  };

  const openForMember = ({ account }: ReturnType<typeof unlocked>, sealed: SealedKey) =>
    inVaultWords(openKey(account.privateKey, sealed));

  const openServed = (by: ReturnType<typeof unlocked>, served: ServedOrganizationKey) => {
    if (served.kind === "member") return openForMember(by, served.organizationKeyForMember);
    if (served.kind === "handed_over") return openForMember(by, served.organizationKeyForStaff);
    const providerKey = keyOf(`provider:${served.providerId}`);
    return inVaultWords(openBytes(providerKey, served.organizationKeyForProvider).then(asSymmetricKey));
  };

  /** An organization's private key, once its public half is found to be the one that was served. */
  const openPair = (ref: OrganizationKeyRef, pair: OrganizationPair) =>
    inVaultWords(openOrganizationPair(keyOf(ref), pair), "key_does_not_fit");

  return {
    async makeAccount(master) {
      const mine = forget();
      const { masterKey, authenticationHash } = await inVaultWords(derive(master));
      const { sealed, opened } = await makeAccountKeys(masterKey);
      await rememberKdf(memory, master);
      hold(mine, opened);
      return { ...sealed, authenticationHash };
    },

    async deriveAuthentication(master) {
      const mine = held;
      const { masterKey, authenticationHash } = await deriveOnce(master);
      stillHeld(mine);
      mine.proven = { masterKey, master };
      return authenticationHash;
    },

    async proveMasterPassword(master) {
      return (await deriveOnce(master)).authenticationHash;
    },

    async unlockAfterSignIn(keys) {
      const { proven } = held;
      if (!proven) throw new VaultError("locked");
      await openAccount(forget(), proven, keys, "cannot_open");
    },

    async unlock(master, keys) {
      const mine = forget();
      const { masterKey } = await deriveOnce(master);
      await openAccount(mine, { masterKey, master }, keys, "wrong_password");
    },

    async changeMasterKey(current, next, userKeyForAccount) {
      const mine = held;
      // The next settings come from the person, not from the server, so they may be weaker than the present ones.
      const [from, to] = [await deriveOnce(current), await inVaultWords(derive(next))];
      const userKey = await inVaultWords(openUserKey(from.masterKey, userKeyForAccount), "wrong_password");
      stillHeld(mine);
      expectSameKey(mine.keys.get("user"), userKey);
      return {
        currentHash: from.authenticationHash,
        nextHash: to.authenticationHash,
        userKeyForAccount: await sealUserKey(to.masterKey, userKey),
      };
    },

    rememberDerivation: (derivation) => rememberKdf(memory, derivation),

    sealForReload: async (whose, key) => inVaultWords(sealForReload(keyOf("user"), key, whose)),

    async reopen(whose, halves, keys) {
      const mine = held;
      const userKey = await inVaultWords(openAfterReload(halves, whose));
      const privateKey = await inVaultWords(openPrivateKey(userKey, keys));
      expectSameKey(mine.keys.get("user"), userKey);
      hold(mine, { userKey, privateKey, publicKey: keys.publicKey });
    },

    sealForPasskey: async (of, evaluated) => inVaultWords(sealForPasskey(keyOf("user"), evaluated, of)),

    async unlockWithPasskey(of, evaluated, { userKeyForPasskey, ...keys }) {
      const mine = forget();
      const userKey = await inVaultWords(openWithPasskey(userKeyForPasskey, evaluated, of));
      const privateKey = await inVaultWords(openPrivateKey(userKey, keys));
      hold(mine, { userKey, privateKey, publicKey: keys.publicKey });
    },

    async lock() {
      forget();
    },

    publicKey: async () => unlocked().account.publicKey,

    holds: async (ref) => held.keys.has(ref),

    async drop(ref) {
      held.keys.delete(ref);
      held.organizationKeyIds.delete(ref);
    },

    async makeProviderKey(ref) {
      const { mine, account, owner } = unlocked();
      expectNotHeld(mine, ref);
      const key = makeSymmetricKey();
      const providerKeyForMember = await sealKey(key, account.publicKey);
      return { providerKeyForMember, known: await sealKnown(owner, ref, keyDigest(key)) };
    },

    async makeOrganizationKey(ref, under, texts) {
      const { mine, owner } = unlocked();
      expectNotHeld(mine, ref);
      const [key, providerKey] = [makeSymmetricKey(), keyOf(under)];
      const { publicKey, privateKey } = await makeKeyPair();
      return {
        organizationKeyForProvider: await sealBytes(providerKey, key),
        publicKey,
        privateKeyForOrganization: await sealBytes(key, privateKey),
        texts: await Promise.all(texts.map((text) => sealText(key, text))),
        known: await sealKnown(owner, ref, keyDigest(key)),
      };
    },

    async remember(known) {
      await keepKnown(memory, known);
    },

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
      const known = await admit(by, ref, key, served.knownOrganizationKey, served.successions);
      by.mine.organizationKeyIds.set(ref, served.organizationKeyId);
      return known;
    },

    organizationKeyId: async (ref) => held.organizationKeyIds.get(ref) ?? null,

    async sealKeyFor(ref, { userId, publicKey, knownPublicKey }) {
      const [{ owner }, key] = [unlocked(), keyOf(ref)];
      const sealed = await inVaultWords(sealKey(key, publicKey));
      const known = await compareKnown(memory, owner, {
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

    acceptKey: async ({ userId, publicKey }) =>
      replaceKnown(memory, unlocked().owner, `account:${userId}`, publicKeyDigest(publicKey)),

    async isCompared({ userId, publicKey, comparedPublicKey }) {
      const { owner } = unlocked();
      if (comparedPublicKey === null) return false;
      const compared = await openKnown(owner, `compared:${userId}`, comparedPublicKey);
      return compared === publicKeyDigest(publicKey);
    },

    rememberCompared: async ({ userId, publicKey }) =>
      sealKnown(unlocked().owner, `compared:${userId}`, publicKeyDigest(publicKey)),

    async sealTexts(ref, texts) {
      const key = keyOf(ref);
      return Promise.all(texts.map((text) => sealText(key, text)));
    },

    openTexts: async (ref, texts) => openTexts(keyOf(ref), texts),

    openItems: async (ref, items) => openItems(keyOf(ref), items),

    async sealItem(ref, texts) {
      const key = keyOf(ref);
      const itemKey = makeSymmetricKey();
      return { key: await sealBytes(key, itemKey), texts: await sealNamed(itemKey, texts) };
    },

    async resealItem(ref, sealedKey, texts) {
      const itemKey = await inVaultWords(openBytes(keyOf(ref), sealedKey).then(asSymmetricKey));
      return sealNamed(itemKey, texts);
    },

    async makeNextKey(ref, of, account) {
      const { mine, owner } = unlocked();
      const [present, key] = [keyOf(of), makeSymmetricKey()];
      const pair = account ? await inVaultWords(openAccountPair(present, account)) : await makeKeyPair();
      const made = {
        keyForBeginner: await sealNextKey(owner.userKey, `${ref} ${of}`, key),
        publicKey: pair.publicKey,
        privateKey: await sealBytes(key, pair.privateKey),
        succession: of === "user" ? null : await succeed(of, present, key),
      };
      stillHeld(mine);
      mine.keys.set(ref, key);
      mine.nextOf.set(ref, of);
      return made;
    },

    async takeUpNextKey(ref, of, { keyForBeginner, publicKey, privateKey }) {
      const { mine, owner } = unlocked();
      const key = await inVaultWords(openNextKey(owner.userKey, `${ref} ${of}`, keyForBeginner));
      await inVaultWords(openOrganizationPair(key, { publicKey, privateKeyForOrganization: privateKey }));
      stillHeld(mine);
      mine.keys.set(ref, key);
      mine.nextOf.set(ref, of);
    },

    resealTexts: async (from, to, texts) => resealAll(keyOf(from), keyOf(to), texts),

    resealItems: async (from, to, items) => resealItems(keyOf(from), keyOf(to), items),

    sealKeyUnder: async (under, ref) => sealBytes(keyOf(under), keyOf(ref)),

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
          const digest = await openKnown(owner, subject, record);
          return digest === null ? null : (await sealKnown(next, subject, digest)).record;
        }),
      );
    },

    async sealNextUserKey(ref, master, userKeyForAccount) {
      const [mine, key] = [held, keyOf(ref)];
      const { masterKey, authenticationHash } = await deriveOnce(master);
      const present = await inVaultWords(openUserKey(masterKey, userKeyForAccount), "wrong_password");
      stillHeld(mine);
      expectSameKey(mine.keys.get("user"), present);
      return { currentHash: authenticationHash, userKeyForAccount: await sealUserKey(masterKey, key) };
    },

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
  };
}

const sealNamed = async (itemKey: SymmetricKey, texts: Named<string>): Promise<Named<EncString>> =>
  Object.fromEntries(
    await Promise.all(
      Object.entries(texts).map(async ([name, text]) => [name, await sealText(itemKey, text)] as const),
    ),
  );
