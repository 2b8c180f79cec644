import { reach } from "@/components/forms/reach";
import { type OpenedVault, openVault, type VaultContents } from "@/components/items/open-vault";
import { type KeptVault, packVault, type SentVault, unpackVault } from "@/components/items/pack-vault";
import { isAway } from "@/components/vault/away";
import { KeyRefused } from "@/components/vault/hold-key";
import { breathe } from "@/components/vault/in-parts";
import type { Last } from "@/components/vault/open-once";
import { type CompactItems, itemsOf } from "@/lib/domain/item/compact";
import type { ActionResult } from "@/lib/http/result";
import type { SyncedVault } from "@/lib/operations/item/sync-my-vault";
import { keepVault, keptVault } from "@/lib/vault/kept-for-away";
import type { Vault } from "@/lib/vault/vault";

export type AskMyVault = (input: { known: string | null }) => Promise<ActionResult<SyncedVault>>;

/** Whose vault a page shows, and how it is asked for. */
export type AskedVault = { userId: string; ask: AskMyVault };

export type MyVault = {
  revision: string;
  /** When the server sent it. */
  at: number;
  /** As the server sent it, with one object for each item. */
  contents: VaultContents;
  owed: SentVault["contents"]["owed"];
  opened: OpenedVault;
  /** The server is away now: the vault can only be looked at. */
  isAway: boolean;
  /** What the device has kept, if the vault was opened from there. */
  kept: KeptVault | null;
};

/**
 * Asks the server for a person's vault and opens it. What the server has sent is kept on the device, sealed, and opened
 * from there for as long as the server has nothing else, or is away.
 *
 * @throws {KeyRefused} when the server refuses, or is away and nothing is kept.
 */
export async function openMyVault(
  vault: Vault,
  { userId, ask }: AskedVault,
  last?: Last<AskedVault, MyVault>,
): Promise<MyVault> {
  const before = last?.sealed.userId === userId ? last.opened : null;
  const kept = before ? before.kept : await readKept(vault, userId);
  const answer = await reach(ask({ known: (before ?? kept)?.revision ?? null }));
  if (!answer.ok) {
    if (!isAway(answer.failure)) throw new KeyRefused(answer.failure);
    if (before) return openBefore(vault, before, true);
    if (!kept) throw new KeyRefused(answer.failure);
    return openKept(vault, userId, kept, true);
  }
  const { revision, contents } = answer.result;
  if (contents === null) {
    if (before) return openBefore(vault, before, false);
    if (!kept) throw new KeyRefused({ code: "unexpected" });
    return openKept(vault, userId, kept, false);
  }
  const sent = { revision, at: Date.now(), contents };
  const opened = await openSent(vault, userId, sent, kept ? null : before);
  // A browser that keeps nothing has no vault while the server is away.
  void keep(vault, userId, sent, opened).catch(() => {});
  return opened;
}

/** What this tab has opened is newer than what the device has kept, if they differ. */
async function openBefore(vault: Vault, before: MyVault, isAway: boolean): Promise<MyVault> {
  const contents = isAway ? toLookAt(before.contents) : before.contents;
  const opened = await openVault(vault, contents, lastOf(before), { isToLookAt: isAway });
  return { ...before, opened, isAway };
}

const lastOf = ({ contents, opened }: MyVault): Last<VaultContents, OpenedVault> => ({
  sealed: contents,
  opened,
});

/** What another release has kept in a form of its own counts as nothing. */
async function readKept(vault: Vault, userId: string): Promise<KeptVault | null> {
  const bytes = await keptVault(vault, userId);
  try {
    return bytes && unpackVault(bytes);
  } catch {
    return null;
  }
}

/** The page is drawn first. */
async function keep(
  vault: Vault,
  userId: string,
  sent: SentVault,
  { contents, opened }: MyVault,
): Promise<void> {
  await breathe();
  await keepVault(vault, userId, await packVault(sent, contents.items, opened.items));
}

async function openSent(
  vault: Vault,
  userId: string,
  { revision, at, contents: sent }: SentVault,
  before: MyVault | null,
): Promise<MyVault> {
  const { owed, compact, ...around } = sent;
  // To read the answer was a piece of work of its own.
  await breathe();
  const contents = { ...around, ...itemsOf(compact as CompactItems), userId };
  const opened = await openVault(vault, contents, before ? lastOf(before) : undefined);
  return { revision, at, contents, owed, opened, isAway: false, kept: null };
}

/** @param isAway whether the server is: then there is nothing in the vault that could be changed. */
async function openKept(vault: Vault, userId: string, kept: KeptVault, isAway: boolean): Promise<MyVault> {
  const { owed, ...around } = kept.around;
  const whole = { ...around, ...kept.rows, userId };
  const contents = isAway ? toLookAt(whole) : whole;
  const opened = await openVault(vault, contents, undefined, { kept, isToLookAt: isAway });
  const { revision, at } = kept;
  return { revision, at, contents: whole, owed, opened, isAway, kept };
}

function toLookAt(contents: VaultContents): VaultContents {
  return {
    ...contents,
    memberships: contents.memberships.map((row) => ({ ...row, mayMakeCollections: false })),
    collections: contents.collections.map((row) => ({
      ...row,
      mayEdit: false,
      may: { manage: false, delete: false },
    })),
  };
}
