import "server-only";
import { bitwarden } from "@/lib/machine-api/bitwarden/dialect";
import { ciphersOf } from "@/lib/machine-api/bitwarden/wire/cipher";
import { collectionOf } from "@/lib/machine-api/bitwarden/wire/collection";
import { profileOf } from "@/lib/machine-api/bitwarden/wire/profile";
import { domains, syncOf } from "@/lib/machine-api/bitwarden/wire/sync";
import { idIn, listOf } from "@/lib/machine-api/bitwarden/wire/values";
import type { Call } from "@/lib/machine-api/endpoints";
import { noteToldKeys } from "@/lib/operations/account/note-told-keys";
import { getProfileForApps } from "@/lib/operations/item/get-profile-for-apps";
import { syncForApps } from "@/lib/operations/item/sync-for-apps";
import { getPublicKey } from "@/lib/operations/organization/get-public-key";

const nothing = () => ({});
const ofUser = (call: Call) => ({ userId: idIn(call, "userId") });
const none = () => listOf([]);
const notHere = "there are none here, whoever asks";

/** What an app gets of a vault as a whole, and of its person. Protocol chapters 5.3, 5.4 and 5.8. */
export const syncRoutes = [
  bitwarden.several("GET /api/sync", [syncForApps, noteToldKeys], async ({ query }, run) => {
    const sync = await run(syncForApps, {});
    if (sync.tellsKey) await run(noteToldKeys, { readAt: sync.readAt });
    return syncOf(sync, query.get("excludeDomains") !== "true");
  }),
  bitwarden.route("GET /api/accounts/profile", getProfileForApps, { read: nothing, write: profileOf }),
  bitwarden.route("GET /api/ciphers", syncForApps, {
    read: nothing,
    write: (sync) => listOf(ciphersOf(sync)),
  }),
  bitwarden.route("GET /api/collections", syncForApps, {
    read: nothing,
    write: ({ collections }) => listOf(collections.map(collectionOf)),
  }),
  bitwarden.route("GET /api/users/:userId/public-key", getPublicKey, {
    read: ofUser,
    write: ({ userId, publicKey }) => ({ object: "userKey", userId, publicKey }),
  }),
  bitwarden.route("GET /api/users/:userId/keys", getPublicKey, {
    read: ofUser,
    write: ({ publicKey }) => ({
      ...{ object: "publicKeys", publicKey, signedPublicKey: null, verifyingKey: null },
    }),
  }),

  // The newest apps say which user key they have, and end their log-in where nobody takes it.
  bitwarden.fixed(
    "POST /api/accounts/key-management/user-key-id",
    "it is not kept, whoever sends it: apps say it again at each log-in",
    () => null,
  ),
  bitwarden.fixed("GET /api/settings/domains", notHere, domains),
  bitwarden.fixed("GET /api/tasks", notHere, none),
  bitwarden.fixed("GET /api/auth-requests/pending", notHere, none),
  bitwarden.fixed("GET /api/emergency-access/trusted", notHere, none),
  bitwarden.fixed("GET /api/emergency-access/granted", notHere, none),
];
