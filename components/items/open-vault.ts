import { keyOfOwner } from "@/components/items/item";
import { byName, openedBefore } from "@/components/items/item-rows";
import type { KeptItem, OpenedRow } from "@/components/items/opened-row";
import { groupBy, nameOf, openedCollections, openedFolders, rowsIn } from "@/components/items/vault-rows";
import { holdServedOrganizationKey } from "@/components/vault/hold-key";
import { breathe, mapInParts, rowsAtOnce, sortInParts } from "@/components/vault/in-parts";
import type { Last } from "@/components/vault/open-once";
import { keyProblem } from "@/components/vault/vault-failure";
import type { Entry, ListedItem } from "@/lib/domain/item/compact";
import { slicesOf } from "@/lib/domain/slices";
import type { SentContents } from "@/lib/operations/item/sync-my-vault";
import { askingAhead } from "@/lib/vault/asking-ahead";
import { expectDamage } from "@/lib/vault/errors";
import { openCollections } from "@/lib/vault/open-collections";
import { type OpenedItem, openingItems } from "@/lib/vault/open-items";
import type { Vault } from "@/lib/vault/vault";

/** A vault as it is sealed, with one object for each item. */
export type VaultContents = Omit<SentContents, "form" | "owed" | "compact"> & {
  userId: string;
  items: ListedItem[];
  entries: Entry[];
};
type Membership = VaultContents["memberships"][number];

export type OpenedCollection = {
  id: string;
  organizationId: string;
  /** Null where the name cannot be opened. */
  name: string | null;
  sealedName: string;
  /** It is the person's own, in which the organization owns what they save. */
  isOwn: boolean;
  mayEdit: boolean;
  /** What may be done with the collection itself. */
  may: { manage: boolean; delete: boolean };
};
/** One of the person's own folders. Its name is null where it cannot be opened. */
export type OpenedFolder = { id: string; name: string | null };

export type OpenedVault = {
  items: OpenedRow<ListedItem>[];
  collections: OpenedCollection[];
  folders: OpenedFolder[];
  /** Organizations whose key is not the right one: nothing of them is opened, and nothing is sealed for them. */
  refusedKeys: { organizationId: string; name: string; problem: KeyProblem }[];
};

/** The items that a device has kept: what each row was opened to, and in which order they stand. */
type KeptItems = { contents: ReadonlyMap<ListedItem, KeptItem | null>; order: readonly number[] };

type How = {
  kept?: KeptItems | null;
  /** Nothing can be changed. */
  isToLookAt?: boolean;
  /** The items part by part, where they are not all there yet. Once the last has come, the vault has them all. */
  coming?: AsyncIterable<ListedItem[]> | Iterable<ListedItem[]>;
  /** Is given the vault with the first part of its items, as soon as they are open. */
  showFirst?: ((first: OpenedVault) => void) | null;
};

/** How an owner's items are opened: some of them as they come, and in the end the rest. */
type Opening = { take: (part: ListedItem[]) => Promise<void>; end: () => Promise<void> };

type KeyProblem = NonNullable<ReturnType<typeof keyProblem>>;

/**
 * Opens a person's vault. It asks the holder of keys about each owner's items as they come, and only about those that
 * have changed since the last time; about none that the device has kept. If an organization's key cannot be opened, only
 * the rows of that organization stay closed.
 */
export async function openVault(
  vault: Vault,
  sealed: VaultContents,
  last?: Last<VaultContents, OpenedVault>,
  how: How = {},
): Promise<OpenedVault> {
  const { kept = null, isToLookAt = false, showFirst = null } = how;
  const { coming = slicesOf(closedOf(sealed.items, kept), rowsAtOnce) } = how;
  const { memberships, collections, items } = sealed;
  const names = new Map<string, string>();
  // By the row itself: two owners may have rows of one id, where a server says so.
  const contents = new Map<ListedItem, OpenedItem>();
  const refusedKeys = new Map<string, OpenedVault["refusedKeys"][number]>();

  function opening(organizationId: string | null): Opening {
    const asked: ListedItem[] = [];
    const own = openingItems(
      vault,
      keyOfOwner(organizationId),
      openedBefore(last?.opened.items, organizationId),
    );
    return {
      async take(part) {
        asked.push(...part);
        await own.take(part);
      },
      async end() {
        const opened = await own.all();
        asked.forEach((row, i) => {
          contents.set(row, opened[i] ?? null);
        });
      },
    };
  }

  /** Answers null where the key cannot be opened: the organization's rows stay without contents, and say so. */
  async function unlessRefused<Result>(
    { organizationId, name }: Membership,
    act: () => Promise<Result>,
  ): Promise<Result | null> {
    try {
      return await act();
    } catch (error) {
      expectDamage(error);
      const problem = keyProblem(error);
      if (problem) refusedKeys.set(organizationId, { organizationId, name, problem });
      return null;
    }
  }

  async function openOrganization(membership: Membership): Promise<Opening | null> {
    const { organizationId, organizationKeyForMember, privateKeyForOrganization } = membership;
    if (!organizationKeyForMember || !privateKeyForOrganization) return null;
    const sealedKey = { ...membership, organizationKeyForMember, privateKeyForOrganization };
    await holdServedOrganizationKey(vault, organizationId, { ...sealedKey, kind: "member" });
    const own = collections.filter((row) => row.organizationId === organizationId);
    for (const row of await openCollections(vault, organizationId, own))
      if (row.ok) names.set(nameOf({ ...row, organizationId }), row.name);
    const { take, end } = opening(organizationId);
    return { take, end: async () => (await unlessRefused(membership, end)) ?? undefined };
  }

  const sealedNames = sealed.folders.map(({ name }) => name);
  const naming = heardLater(vault.openTexts("user", sealedNames));
  const openings = new Map<string | null, Promise<Opening | null>>([[null, Promise.resolve(opening(null))]]);
  for (const membership of memberships)
    openings.set(
      membership.organizationId,
      heardLater(unlessRefused(membership, () => openOrganization(membership))),
    );
  const owners = new Set<string | null>();
  const gone = new Set<string | null>();

  async function end(owner: string | null): Promise<void> {
    const own = await openings.get(owner);
    gone.add(owner);
    if (!own) return;
    owners.add(owner);
    await own.end();
  }

  async function vaultOf(some: readonly ListedItem[], named = collections): Promise<OpenedVault> {
    const folders = openedFolders(sealed, await naming);
    const rowOf = rowsIn(sealed, names, isToLookAt);
    const rows = await mapInParts(some, (row) => {
      // What the device has kept of an organization is shown under its key and no other.
      const before = owners.has(row.organizationId) ? kept?.contents.get(row) : null;
      return rowOf(row, before ?? contents.get(row) ?? null);
    });
    await breathe();
    const inOrder = kept ? kept.order.flatMap((i) => rows[i] ?? []) : await sortInParts(rows, byName);
    const refused = [...refusedKeys.values()];
    return { refusedKeys: refused, folders, collections: openedCollections(named, names), items: inOrder };
  }

  /** The vault with one part of its items, and with the collections of organizations that are open by then. */
  async function firstOf(part: readonly ListedItem[], of: Iterable<string | null>): Promise<OpenedVault> {
    await Promise.all([...of].map(end));
    return vaultOf(
      part,
      collections.filter(({ organizationId }) => gone.has(organizationId)),
    );
  }

  const askAhead = askingAhead();
  let isFirst = true;
  for await (const part of coming) {
    const byOwner = groupBy(part, ({ organizationId }) => organizationId);
    for (const [owner, rows] of byOwner) {
      const opening = await openings.get(owner);
      // That one owner's items do not open is heard in the end, and holds up nobody else's.
      if (opening) await askAhead(() => opening.take(rows));
    }
    // What is wrong with it is heard in the end.
    if (showFirst && isFirst) void firstOf(part, byOwner.keys()).then(showFirst, () => {});
    isFirst = false;
  }
  for (const owner of openings.keys()) {
    await end(owner);
    await breathe();
  }
  return vaultOf(items);
}

/** What did not open before is tried again: the key may be another one now. */
const closedOf = (items: ListedItem[], kept: KeptItems | null) =>
  kept ? items.filter((row) => !kept.contents.get(row)) : items;

/** A promise that somebody waits for later: until then, nobody has to hear that it failed. */
function heardLater<Result>(promise: Promise<Result>): Promise<Result> {
  promise.catch(() => {});
  return promise;
}
