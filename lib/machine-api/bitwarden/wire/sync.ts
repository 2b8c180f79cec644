import { ciphersOf } from "@/lib/machine-api/bitwarden/wire/cipher";
import { collectionOf } from "@/lib/machine-api/bitwarden/wire/collection";
import { folderOf } from "@/lib/machine-api/bitwarden/wire/folder";
import { kdfNumbers } from "@/lib/machine-api/bitwarden/wire/numbers";
import { policyOf } from "@/lib/machine-api/bitwarden/wire/policy";
import { profileOf } from "@/lib/machine-api/bitwarden/wire/profile";
import type { SyncForApps } from "@/lib/operations/item/sync-for-apps";

/** All that an app keeps. Protocol chapter 5.4. */
export const syncOf = (sync: SyncForApps) => ({
  object: "sync",
  profile: profileOf(sync.profile),
  folders: sync.folders.map(folderOf),
  collections: sync.collections.map(collectionOf),
  ciphers: ciphersOf(sync),
  domains: null,
  policies: sync.policies.map(policyOf),
  sends: [],
  userDecryption: { masterPasswordUnlock: unlockOf(sync.profile.account) },
});

/** How the master password opens the user key. */
function unlockOf({ kdf, userKeyForAccount, email }: SyncForApps["profile"]["account"]) {
  const [memory, parallelism] = kdf.type === "argon2id" ? [kdf.memory, kdf.parallelism] : [null, null];
  return {
    kdf: { kdfType: kdfNumbers[kdf.type], iterations: kdf.iterations, memory, parallelism },
    masterKeyEncryptedUserKey: userKeyForAccount,
    masterKeyWrappedUserKey: userKeyForAccount,
    salt: email,
  };
}
