import { equalBytes } from "@/lib/crypto/bytes";
import { derive, expectSameKey, makeAccountKeys, openUserKey, sealUserKey } from "@/lib/vault/account-keys";
import { VaultError } from "@/lib/vault/errors";
import { inVaultWords } from "@/lib/vault/failures";
import type { Holding } from "@/lib/vault/holding";
import { forgetKeptKeys } from "@/lib/vault/kept-for-away";
import { rememberKdf } from "@/lib/vault/known-kdf";
import { openWithPasskey, sealForPasskey } from "@/lib/vault/passkey";
import { openAfterReload, sealForReload } from "@/lib/vault/reload";
import type { VaultOfAccount } from "@/lib/vault/vault-of-account";

/** The account: how its keys are made, opened by a proof, put under another one, and forgotten. */
export const accountOf = ({
  memory,
  held,
  forget,
  stillHeld,
  hold,
  keyOf,
  unlocked,
  deriveOnce,
  openKeys,
  openAccount,
}: Holding): VaultOfAccount => ({
  async makeAccount(master) {
    const mine = forget();
    const { masterKey, authenticationHash } = await inVaultWords(derive(master));
    const { sealed, opened } = await makeAccountKeys(masterKey);
    await rememberKdf(memory, master);
    hold(mine, opened);
    return { ...sealed, authenticationHash };
  },

  async deriveAuthentication(master) {
    const mine = held();
    const { masterKey, authenticationHash } = await deriveOnce(master);
    stillHeld(mine);
    mine.proven = { masterKey, master };
    return authenticationHash;
  },

  async proveMasterPassword(master) {
    return (await deriveOnce(master)).authenticationHash;
  },

  async confirmMasterPassword(master, userKeyForAccount) {
    const { account } = unlocked();
    const { masterKey } = await deriveOnce(master);
    const userKey = await inVaultWords(openUserKey(masterKey, userKeyForAccount), "wrong_password");
    if (!equalBytes(account.userKey, userKey)) throw new VaultError("wrong_password");
  },

  async unlockAfterSignIn(keys) {
    const { proven } = held();
    if (!proven) throw new VaultError("locked");
    await openAccount(forget(), proven, keys, "cannot_open");
  },

  async unlock(master, keys) {
    const mine = forget();
    const { masterKey } = await deriveOnce(master);
    await openAccount(mine, { masterKey, master }, keys, "wrong_password");
  },

  async changeMasterKey(current, next, userKeyForAccount) {
    const mine = held();
    // The next settings come from the person, not from the server, so they may be weaker than the present ones.
    const [from, to] = [await deriveOnce(current), await inVaultWords(derive(next))];
    const userKey = await inVaultWords(openUserKey(from.masterKey, userKeyForAccount), "wrong_password");
    stillHeld(mine);
    expectSameKey(mine.keys.get("user"), userKey);
    await forgetKeptKeys(memory);
    return {
      currentHash: from.authenticationHash,
      nextHash: to.authenticationHash,
      userKeyForAccount: await sealUserKey(to.masterKey, userKey),
    };
  },

  rememberDerivation: (derivation) => rememberKdf(memory, derivation),

  sealForReload: async (whose, key) => inVaultWords(sealForReload(keyOf("user"), key, whose)),

  async reopen(whose, halves, keys) {
    const mine = held();
    const userKey = await inVaultWords(openAfterReload(halves, whose));
    const account = await openKeys(userKey, keys);
    expectSameKey(mine.keys.get("user"), userKey);
    hold(mine, account);
  },

  sealForPasskey: async (of, evaluated) => inVaultWords(sealForPasskey(keyOf("user"), evaluated, of)),

  async unlockWithPasskey(of, evaluated, { userKeyForPasskey, ...keys }) {
    const mine = forget();
    const userKey = await inVaultWords(openWithPasskey(userKeyForPasskey, evaluated, of));
    hold(mine, await openKeys(userKey, keys));
  },

  async lock() {
    forget();
  },

  publicKey: async () => unlocked().account.publicKey,
});
