import { randomUUID } from "node:crypto";
import { asks } from "@/lib/crypto/open-many";
import { ItemId } from "@/lib/domain/ids";
import type { OpenItem } from "@/lib/vault/item";
import { makeKeyring } from "@/lib/vault/keyring";
import { openOrganizationKey, type SealedOrganizationKey } from "@/lib/vault/open-organization";
import { openProviderKey } from "@/lib/vault/open-provider";
import { sealNewClient } from "@/lib/vault/seal-client";
import { sealItem } from "@/lib/vault/seal-item";
import { sealNewProvider } from "@/lib/vault/seal-provider";
import type { MasterPassword, Recipient, SealedAccountKeys, ServedProviderKey } from "@/lib/vault/served";
import type { Vault } from "@/lib/vault/vault";

/** The cheapest derivation that is accepted. */
export const kdf = { type: "argon2id", iterations: 3, memory: 32, parallelism: 1 } as const;

export const passwordOf = (email: string): MasterPassword => ({
  email,
  password: `the pass-phrase of ${email}`,
  kdf,
});

type Somebody = { vault: Vault; master: MasterPassword; keys: SealedAccountKeys };

/** Somebody with an account and an unlocked vault. */
export async function somebody(email: string): Promise<Somebody> {
  const vault = makeKeyring();
  const master = passwordOf(email);
  const { authenticationHash: _, ...keys } = await vault.makeAccount(master);
  return { vault, master, keys };
}

const madeBefore = new Map<string, SealedAccountKeys>();

/**
 * The same, whose account this worker makes once: a key pair takes a third of a second to make, and much less to open.
 * For worlds that begin with the same people in every test.
 */
export async function somebodyKnown(email: string): Promise<Somebody> {
  const keys = madeBefore.get(email);
  if (!keys) {
    const made = await somebody(email);
    madeBefore.set(email, made.keys);
    return made;
  }
  const vault = makeKeyring();
  const master = passwordOf(email);
  await vault.unlock(master, keys);
  return { vault, master, keys };
}

/** Somebody whose key is sealed for, and whom nobody remembers. */
export const recipient = (userId: string, { publicKey }: SealedAccountKeys): Recipient => ({
  userId,
  publicKey,
  knownPublicKey: null,
});

/** Sets a provider up, and opens its key as the server would serve it to whoever made it. */
export async function aProviderKey(vault: Vault, providerId: string): Promise<ServedProviderKey> {
  const { providerKeyForMember, known } = await sealNewProvider(vault, providerId);
  const served = { providerKeyForMember, clientKeys: [], knownProviderKey: known.record };
  await vault.remember(known);
  await openProviderKey(vault, providerId, served);
  return served;
}

/** Makes a client's keys in a vault that holds the provider's, as the server would serve them to the provider. */
export async function aClientKey(
  vault: Vault,
  providerId: string,
  organizationId: string,
  provider: ServedProviderKey,
) {
  const made = await sealNewClient(vault, providerId, {
    organizationId,
    collectionName: "Default collection",
  });
  const { collectionName, ...keys } = made.keys;
  await vault.remember(made.known);
  const served: SealedOrganizationKey & { kind: "provider" } = {
    ...provider,
    ...keys,
    kind: "provider",
    providerId,
    clientKeys: [keys.organizationKeyForProvider],
    knownOrganizationKey: made.known.record,
    successions: [],
  };
  await openOrganizationKey(vault, organizationId, served);
  return { served, collectionName };
}

/** A login as it is typed. */
export const aLogin = (name: string): OpenItem<"login"> => ({
  type: "login",
  name,
  notes: null,
  fields: [{ name: "Rack", value: "B2", type: 1, linkedId: null }],
  passwordHistory: [{ password: "before", lastUsedDate: "2026-01-31T09:15:00.123Z" }],
  data: {
    username: "admin",
    password: "correct horse",
    totp: null,
    uris: [{ uri: "https://10.20.0.1", match: null }],
  },
});

/** An item of somebody's own with this login, as the server has it. */
export const aSealedRow = async (vault: Vault, name: string) => ({
  ...(await sealItem(vault, "user", aLogin(name))),
  id: ItemId.parse(randomUUID()),
  organizationId: null,
  createdAt: new Date(0),
  revisedAt: new Date(0),
  reprompt: "none" as const,
  deletedAt: null,
  archivedAt: null,
  isFavorite: false,
  folderId: null,
  may: { edit: true, delete: true, reveal: true, assign: true },
});

/** The vault, and how many items and secrets it was asked to open since that was last read. */
export function countingVault(vault: Vault) {
  let asked = { items: 0, secrets: 0 };
  const watched: Vault = {
    ...vault,
    async openItems(ref, items) {
      asked.items += items.length;
      asked.secrets += items.filter(({ open }) => "password" in open || "totp" in open).length;
      return vault.openItems(ref, items);
    },
    async openBatch(ref, batch) {
      asked.items += batch.wanted.filter((ask) => ask === asks.itemKey).length;
      return vault.openBatch(ref, batch);
    },
  };
  const read = () => {
    const since = asked;
    asked = { items: 0, secrets: 0 };
    return since;
  };
  return { watched, read };
}
