import { randomUUID } from "node:crypto";
import type { SealedItem } from "@/lib/domain/item/sealed-item";
import { makeKeyring } from "@/lib/vault/keyring";
import { openItems } from "@/lib/vault/open-items";
import { median, timeOf } from "@/scripts/bench/time";
import { aSealedRow, kdf, passwordOf } from "@/test/vault";

/** What Bitwarden's own clients open vaults with. It is no dependency: whoever wants to compare installs it for once. */
const peer = "@bitwarden/sdk-internal";
/** Versions with a list call are published, and the newest that is tagged has none. */
export const install = `npm install --no-save ${peer}@0.2.0-main.1054`;

/** What is used of it. */
type Peer = {
  ManagedSettingsClient: new () => object;
  PasswordManagerClient: new (
    tokens: { get_access_token: () => Promise<undefined> },
    settings: undefined,
    managed: object,
  ) => {
    crypto(): { initialize_user_crypto(request: object): Promise<void> };
    platform(): { state(): { register_client_managed_repositories(repositories: object): void } };
    vault(): { ciphers(): { decrypt_list(ciphers: object[]): Promise<{ name: string }[]> } };
  };
};

const rounds = 5;
const email = "brett@provider.example";

/** Milliseconds in Node for opening a list, here and with the peer; null where that is not installed. */
export async function measurePeer(count: number): Promise<{ ours: number; theirs: number } | null> {
  const { PasswordManagerClient, ManagedSettingsClient } = await import(peer).catch(() => ({}) as Peer);
  if (!PasswordManagerClient) return null;
  const vault = makeKeyring();
  const master = { ...passwordOf(email), kdf };
  const keys = await vault.makeAccount(master);
  const rows: Awaited<ReturnType<typeof aSealedRow>>[] = [];
  for (let i = 0; i < count; i++) rows.push(await aSealedRow(vault, `Server ${i}`));

  const client = new PasswordManagerClient(
    { get_access_token: async () => undefined },
    undefined,
    new ManagedSettingsClient(),
  );
  const [cipher, folder, organization_shared_key, send] = [null, null, null, null];
  const repositories = { cipher, folder, organization_shared_key, send, local_user_data_key_state: memory() };
  client.platform().state().register_client_managed_repositories(repositories);
  const { type: _, ...argon2id } = kdf;
  const [kdfParams, wrapped] = [{ argon2id }, keys.userKeyForAccount];
  await client.crypto().initialize_user_crypto({
    userId: randomUUID(),
    kdfParams,
    email,
    accountCryptographicState: { V1: { private_key: keys.privateKeyForAccount } },
    method: {
      masterPasswordUnlock: {
        password: master.password,
        master_password_unlock: { kdf: kdfParams, masterKeyWrappedUserKey: wrapped, salt: email },
      },
    },
  });
  const ciphers = rows.map(cipherOf);
  const times = { ours: [] as number[], theirs: [] as number[] };
  for (let round = 0; round < rounds; round++) {
    times.ours.push(await timeOf(() => openItems(vault, "user", rows)));
    times.theirs.push(await timeOf(() => client.vault().ciphers().decrypt_list(ciphers)));
  }
  const [last] = (await client.vault().ciphers().decrypt_list(ciphers)).slice(-1);
  if (last?.name !== `Server ${count - 1}`) throw new Error("they opened something else");
  return { ours: median(times.ours), theirs: median(times.theirs) };
}

/** What the peer keeps on a device. */
function memory() {
  const kept = new Map<string, unknown>();
  return {
    get: async (id: string) => kept.get(id) ?? null,
    list: async () => [...kept.values()],
    set: async (id: string, value: unknown) => void kept.set(id, value),
  };
}

/** An item as the peer takes it. */
function cipherOf({
  key,
  name,
  fields,
  passwordHistory,
  data,
  ...row
}: SealedItem<"login"> & { id: string }) {
  const { uris, ...login } = data;
  const day = new Date(0).toISOString();
  return {
    ...{ id: row.id, key, name, fields, passwordHistory, collectionIds: [], type: 1, favorite: false },
    ...{ reprompt: 0, organizationUseTotp: false, edit: true, viewPassword: true },
    ...{ creationDate: day, revisionDate: day },
    login: {
      username: login.username,
      password: login.password,
      uris: uris.map(({ match: _, ...uri }) => uri),
    },
  };
}
