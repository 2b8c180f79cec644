import { equalBytes } from "@/lib/crypto/bytes";
import { keyDigest, publicKeyDigest } from "@/lib/crypto/digest";
import { openKey } from "@/lib/crypto/seal-key";
import { openBytes } from "@/lib/crypto/symmetric";
import { asSymmetricKey } from "@/lib/crypto/symmetric-key";
import type { EncString, MasterKey, SealedKey, SymmetricKey } from "@/lib/crypto/types";
import { type AccountKeys, derive, openPrivateKey, openUserKey } from "@/lib/vault/account-keys";
import type { openDeviceMemory } from "@/lib/vault/device-memory";
import { VaultError } from "@/lib/vault/errors";
import { inVaultWords } from "@/lib/vault/failures";
import { openOrganizationPair } from "@/lib/vault/fitting-keys";
import { formerUserKeys } from "@/lib/vault/former-user-keys";
import { expectNoWeakerKdf, rememberKdf } from "@/lib/vault/known-kdf";
import { compareKnown, type Way } from "@/lib/vault/known-keys";
import { predecessorsOf } from "@/lib/vault/next-key";
import type {
  KeyRef,
  MasterPassword,
  NextKeyRef,
  OrganizationKeyRef,
  OrganizationPair,
  ProviderKeyRef,
  RotatedRef,
  SealedAccountKeys,
  ServedAccountKeys,
  ServedOrganizationKey,
  Succession,
} from "@/lib/vault/served";

/** What a vault knows between two locks. Locking replaces the whole, so that late answers change nothing. */
type Held = {
  keys: Map<KeyRef, SymmetricKey>;
  organizationKeyIds: Map<KeyRef, string>;
  /** By which ways organizations' keys have come. */
  ways: Map<KeyRef, ReadonlySet<Way>>;
  /** Which key each next one is to come after. */
  nextOf: Map<NextKeyRef, RotatedRef>;
  account?: AccountKeys;
  /** The master key that a proof was made from, kept until the account's keys come. */
  proven?: { masterKey: MasterKey; master: MasterPassword };
};

const nothing = (): Held => ({
  keys: new Map(),
  organizationKeyIds: new Map(),
  ways: new Map(),
  nextOf: new Map(),
});

/**
 * What the parts of a keyring work with: what it holds now, and the only ways by which keys come into it.
 *
 * @param memory what this device remembers of keys and settings that it has met.
 */
export function makeHolding(memory: ReturnType<typeof openDeviceMemory>) {
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
    const { userKey, formerUserKeys } = account;
    const owner = { userKey, formerUserKeys, owner: publicKeyDigest(account.publicKey) };
    return { mine: held, account, owner };
  };

  /** Nothing of a master password is hashed before its settings were compared with those of the last time. */
  const deriveOnce = async (master: MasterPassword) => {
    await expectNoWeakerKdf(memory, master);
    return inVaultWords(derive(master));
  };

  /** An account's keys, once its user key is open. */
  const openKeys = async (
    userKey: SymmetricKey,
    keys: ServedAccountKeys<Omit<SealedAccountKeys, "userKeyForAccount">>,
  ): Promise<AccountKeys> => {
    const privateKey = await inVaultWords(openPrivateKey(userKey, keys));
    const { publicKey, successions = [] } = keys;
    const former = await formerUserKeys(memory, { userKey, publicKey }, successions);
    return { userKey, privateKey, publicKey, formerUserKeys: former };
  };

  const openAccount = async (
    mine: Held,
    { masterKey, master }: { masterKey: MasterKey; master: MasterPassword },
    keys: ServedAccountKeys,
    wrong: "wrong_password" | "cannot_open",
  ) => {
    const userKey = await inVaultWords(openUserKey(masterKey, keys.userKeyForAccount), wrong);
    const account = await openKeys(userKey, keys);
    await rememberKdf(memory, master);
    hold(mine, account);
  };

  /** Every key comes into the vault by this, after it was compared with what is remembered under its name. */
  const admit = async (
    { mine, owner }: ReturnType<typeof unlocked>,
    ref: ProviderKeyRef | OrganizationKeyRef,
    key: SymmetricKey,
    served: EncString | null,
    successions: readonly Succession[],
    way: Way | null = null,
  ) => {
    // After the switch, the key that was to come next is the one that is there. This account has made it.
    let isOwn = false;
    for (const [name, other] of mine.keys) {
      if (name === ref || !equalBytes(other, key)) continue;
      if (mine.nextOf.get(name as NextKeyRef) !== ref) throw new VaultError("key_does_not_fit");
      mine.keys.delete(name);
      isOwn = true;
    }
    const digest = keyDigest(key);
    const predecessors = await predecessorsOf(ref, key, successions);
    const { known, ways } = await compareKnown(memory, owner, {
      subject: ref,
      ways: [...(way ? [way] : []), ...(isOwn ? (["own"] as const) : [])],
      digest,
      served,
      problem: "key_differs",
      predecessors,
    });
    stillHeld(mine);
    mine.keys.set(ref, key);
    mine.ways.set(ref, ways);
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
    memory,
    held: () => held,
    forget,
    stillHeld,
    hold,
    keyOf,
    unlocked,
    deriveOnce,
    openKeys,
    openAccount,
    admit,
    expectNotHeld,
    openForMember,
    openServed,
    openPair,
  };
}

export type Holding = ReturnType<typeof makeHolding>;
