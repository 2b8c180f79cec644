import { reach } from "@/components/forms/reach";
import { type OpenedVault, openVault, type VaultContents } from "@/components/items/open-vault";
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

type Sent = NonNullable<SyncedVault["contents"]>;
type Kept = { revision: string; at: number; contents: Sent };

export type MyVault = {
  revision: string;
  /** As the server sent it, with one object for each item. */
  contents: VaultContents;
  owed: Sent["owed"];
  opened: OpenedVault;
  /** When the server was last asked with success, if it is away now: then the vault can only be looked at. */
  keptAt: number | null;
};

/**
 * Asks the server for a person's vault and opens it. What the server has sent is kept on the device, sealed, and is
 * opened instead where the server is away.
 *
 * @throws {KeyRefused} when the server refuses, or is away and nothing is kept.
 */
export async function openMyVault(
  vault: Vault,
  { userId, ask }: AskedVault,
  last?: Last<AskedVault, MyVault>,
): Promise<MyVault> {
  const before = last?.sealed.userId === userId ? last.opened : null;
  const known = before?.keptAt === null ? before : null;
  const answer = await reach(ask({ known: known?.revision ?? null }));
  if (!answer.ok) {
    const kept = isAway(answer.failure) ? await keptVault<Kept>(vault, userId) : null;
    if (!kept) throw new KeyRefused(answer.failure);
    return toLookAt(await openSent(vault, userId, kept, before), kept.at);
  }
  const { revision, contents } = answer.result;
  if (contents === null) {
    if (!known) throw new KeyRefused({ code: "unexpected" });
    const opened = await openVault(vault, known.contents, lastOf(known));
    return { ...known, opened };
  }
  const sent = { revision, at: Date.now(), contents };
  const opened = await openSent(vault, userId, sent, before);
  // A browser that keeps nothing has no vault while the server is away.
  void keepVault(vault, userId, sent).catch(() => {});
  return opened;
}

const lastOf = ({ contents, opened }: MyVault): Last<VaultContents, OpenedVault> => ({
  sealed: contents,
  opened,
});

async function openSent(
  vault: Vault,
  userId: string,
  { revision, contents: sent }: Kept,
  before: MyVault | null,
): Promise<MyVault> {
  const { owed, compact, ...around } = sent;
  // To read the answer was a piece of work of its own.
  await breathe();
  const contents = { ...around, ...itemsOf(compact as CompactItems), userId };
  const opened = await openVault(vault, contents, before ? lastOf(before) : undefined);
  return { revision, contents, owed, opened, keptAt: null };
}

/** The vault with nothing that could be changed in it. */
function toLookAt({ contents, opened, ...rest }: MyVault, keptAt: number): MyVault {
  const nothing = { edit: false, delete: false, assign: false };
  return {
    ...rest,
    keptAt,
    owed: [],
    contents: {
      ...contents,
      memberships: contents.memberships.map((row) => ({ ...row, mayMakeCollections: false })),
    },
    opened: {
      ...opened,
      items: opened.items.map((item) => ({ ...item, may: { ...item.may, ...nothing } })),
      collections: opened.collections.map((row) => ({
        ...row,
        mayEdit: false,
        may: { manage: false, delete: false },
      })),
    },
  };
}
