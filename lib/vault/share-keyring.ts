import { VaultError } from "@/lib/vault/errors";
import type { TabVault } from "@/lib/vault/tab-vault";
import type { Vault } from "@/lib/vault/vault";

/** An account, or the one tab that has opened keys and not yet said whose they are. */
type Whose = string | symbol;

/** One keyring for many tabs: `connect` gives each its own view, `seen` notes a sign of life in any of them. */
export function shareKeyring(keyring: Vault, life: Promise<string>) {
  let owner: Whose | null = null;
  let seenAt = 0;

  const lock = async () => {
    owner = null;
    await keyring.lock();
  };

  const connect = (): TabVault => {
    let me: Whose = Symbol("a tab");
    const isServed = () => owner === me;

    /** After a question that opens keys, this tab is their owner. If opening fails, no keys are open. */
    const opening = async <Result>(open: () => Promise<Result>): Promise<Result> => {
      owner = null;
      const result = await open();
      me = Symbol("a tab");
      owner = me;
      return result;
    };

    return {
      ...onlyWhile(isServed, keyring),
      holds: async (ref) => isServed() && keyring.holds(ref),
      organizationKeyId: async (ref) => (isServed() ? keyring.organizationKeyId(ref) : null),
      remember: (...given) => keyring.remember(...given),
      rememberDerivation: (...given) => keyring.rememberDerivation(...given),
      deriveAuthentication: (...given) => keyring.deriveAuthentication(...given),
      proveMasterPassword: (...given) => keyring.proveMasterPassword(...given),
      makeAccount: (...given) => opening(() => keyring.makeAccount(...given)),
      unlock: (...given) => opening(() => keyring.unlock(...given)),
      unlockWithPasskey: (...given) => opening(() => keyring.unlockWithPasskey(...given)),
      unlockAfterSignIn: (...given) => opening(() => keyring.unlockAfterSignIn(...given)),

      async changeMasterKey(...given) {
        if (owner !== null && !isServed()) throw new VaultError("locked");
        return keyring.changeMasterKey(...given);
      },

      async reopen(whose, ...given) {
        // Two tabs may be loaded again at the same moment. The second one finds the keys open and must not
        // close them.
        if (owner !== null && owner !== whose.userId) throw new VaultError("locked");
        await keyring.reopen(whose, ...given);
        owner = whose.userId;
        me = owner;
      },

      lock,
      isOpen: async () => owner !== null,

      async claim(userId, at) {
        if (!isServed()) throw new VaultError("locked");
        owner = userId;
        me = userId;
        seenAt = at;
      },

      async attach(userId, since) {
        if (owner !== userId) return false;
        if (seenAt < since) {
          await lock();
          return false;
        }
        me = userId;
        return true;
      },

      life: () => life,
    };
  };

  return {
    connect,
    seen(at: number) {
      seenAt = Math.max(seenAt, at);
    },
  };
}

/** Every question of `vault`, refused as `locked` while `isServed` says no. A new question is refused too. */
function onlyWhile(isServed: () => boolean, vault: Vault): Vault {
  return new Proxy(vault, {
    get: (target, name) => {
      const question = Reflect.get(target, name);
      return async (...given: unknown[]) => {
        if (!isServed()) throw new VaultError("locked");
        return Reflect.apply(question, target, given);
      };
    },
  });
}
