import { kdfNumbers } from "@/lib/machine-api/bitwarden/kdf";
import { ciphersOf } from "@/lib/machine-api/bitwarden/wire/cipher";
import { collectionOf } from "@/lib/machine-api/bitwarden/wire/collection";
import { folderOf } from "@/lib/machine-api/bitwarden/wire/folder";
import { policyOf } from "@/lib/machine-api/bitwarden/wire/policy";
import { profileOf } from "@/lib/machine-api/bitwarden/wire/profile";
import type { SyncForApps } from "@/lib/operations/item/sync-for-apps";

/** All that an app keeps. Protocol chapter 5.4. */
export const syncOf = (sync: SyncForApps, withDomains: boolean) => ({
  object: "sync",
  profile: profileOf(sync.profile),
  folders: sync.folders.map(folderOf),
  collections: sync.collections.map(collectionOf),
  ciphers: ciphersOf(sync),
  domains: withDomains ? domains() : null,
  policies: sync.policies.map(policyOf),
  sends: [],
  userDecryption: {
    masterPasswordUnlock: unlockOf(sync.profile.account),
    userKeyId: sync.profile.account.userKeyId,
  },
});

/** Addresses that belong together. Nobody says so here yet. */
export const domains = () => ({
  ...{ equivalentDomains: [], globalEquivalentDomains: [], object: "domains" },
});

/** How the master password opens the user key. */
function unlockOf({ kdf, userKeyForAccount, email }: SyncForApps["profile"]["account"]) {
  const { type: kdfType, ...numbers } = kdfNumbers(kdf);
  return {
    kdf: { kdfType, ...numbers },
    masterKeyEncryptedUserKey: userKeyForAccount,
    masterKeyWrappedUserKey: userKeyForAccount,
    salt: email,
  };
}
