import { reach } from "@/components/forms/reach";
import { unanswered } from "@/components/forms/unanswered";
import {
  type AskedVault,
  KeptInHalves,
  type KeptVault,
  type MyVault,
  openKept,
  readKept,
  readSent,
  type Sent,
  toLookAt,
} from "@/components/items/my-vault";
import { type OpenedVault, openVault, type VaultContents } from "@/components/items/open-vault";
import { packVault, type SentVault } from "@/components/items/pack-vault";
import { isAway } from "@/components/vault/away";
import { KeyRefused } from "@/components/vault/hold-key";
import { breathe } from "@/components/vault/in-parts";
import type { Last } from "@/components/vault/open-once";
import { type CompactItems, itemsOf } from "@/lib/domain/item/compact";
import type { Failure } from "@/lib/http/result";
import { forgetVault, keepVault } from "@/lib/vault/kept-for-away";
import type { Vault } from "@/lib/vault/vault";

/**
 * Asks the server for a person's vault and opens it. What the server has sent is kept on the device, sealed, and opened
 * from there for as long as the server has nothing else, or is away. What the device has is shown first while something
 * newer is being opened, and else the first part of what comes.
 *
 * @throws {KeyRefused} when the server refuses, or is away and nothing is kept.
 */
export async function openMyVault(
  vault: Vault,
  { userId, ask }: AskedVault,
  last?: Last<AskedVault, MyVault>,
  showFirst: ShowFirst = () => {},
): Promise<MyVault> {
  const before = last?.sealed.userId === userId ? last.opened : null;
  const kept = before ? before.kept : await readKept(vault, userId);
  try {
    return await openWith(vault, { userId, ask }, { before, kept }, showFirst);
  } catch (error) {
    if (!(error instanceof KeptInHalves)) throw error;
    await forgetVault(userId);
    return openWith(vault, { userId, ask }, { before: null, kept: null }, showFirst);
  }
}

/** What this tab has opened, and what the device has kept. */
type Known = { before: MyVault | null; kept: KeptVault | null };

type ShowFirst = (first: MyVault) => void;

async function openWith(
  vault: Vault,
  { userId, ask }: AskedVault,
  { before, kept }: Known,
  showFirst: ShowFirst,
): Promise<MyVault> {
  const answer = await reach(ask({ known: (before ?? kept)?.revision ?? null }));
  if (!answer.ok) return openInstead(vault, userId, { before, kept }, answer.failure);
  const { revision, contents } = answer.result;
  if (contents === null) {
    if (before) return openBefore(vault, before, false);
    if (!kept) throw new KeyRefused({ code: "unexpected" });
    return openKept(vault, userId, kept, false);
  }
  // What is on the page already needs nothing in its place.
  const isShown = before !== null || (kept !== null && (await showKept(vault, userId, kept, showFirst)));
  try {
    const sent = { revision, contents };
    return await openSent(vault, userId, sent, kept ? null : before, isShown ? null : showFirst);
  } catch (error) {
    if (!(error instanceof BrokenOff)) throw error;
    return openInstead(vault, userId, { before, kept }, error.failure);
  }
}

/** Shows what the device has kept of the same vault, and answers whether there is anything to be shown. */
async function showKept(vault: Vault, userId: string, kept: KeptVault, show: ShowFirst): Promise<boolean> {
  try {
    show({ ...(await openKept(vault, userId, kept, false)), isWhole: false });
    return true;
  } catch (error) {
    if (error instanceof KeptInHalves) return false;
    throw error;
  }
}

/** What this tab has, or what was kept, where there is no answer. */
async function openInstead(
  vault: Vault,
  userId: string,
  { before, kept }: Known,
  failure: Failure,
): Promise<MyVault> {
  if (!isAway(failure)) throw new KeyRefused(failure);
  if (before) return openBefore(vault, before, true);
  if (!kept) throw new KeyRefused(failure);
  return openKept(vault, userId, kept, true);
}

/** The answer has begun and does not end. */
class BrokenOff extends Error {
  constructor(readonly failure: Failure) {
    super(failure.code);
  }
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

/** The page is drawn first. */
async function keep(
  vault: Vault,
  userId: string,
  sent: SentVault,
  { contents, opened }: MyVault,
): Promise<void> {
  await keepVault(vault, userId, async () => {
    await breathe();
    return packVault(sent, contents.items, opened.items);
  });
}

/** Opens what the server sends as it comes, and keeps it. */
async function openSent(
  vault: Vault,
  userId: string,
  { revision, contents: sent }: Sent,
  before: MyVault | null,
  showFirst: ShowFirst | null,
): Promise<MyVault> {
  const { owed, compact, ...around } = readSent(sent);
  const { parts, ...places } = compact;
  const whole: CompactItems = { ...places, rows: [], sealed: [] };
  const contents: VaultContents = { ...around, items: [], entries: [], userId };
  const asOpened = (opened: OpenedVault, isWhole: boolean): MyVault => ({
    ...{ revision, at: Date.now(), contents, owed, opened, isWhole, isAway: false, kept: null },
  });
  async function* coming() {
    for await (const { rows, sealed } of unlessBrokenOff(parts)) {
      const { items, entries } = itemsOf({ ...places, rows, sealed });
      whole.rows.push(...rows);
      whole.sealed.push(...sealed);
      contents.items.push(...items);
      contents.entries.push(...entries);
      yield items;
      await breathe();
    }
  }
  const opened = await openVault(vault, contents, before ? lastOf(before) : undefined, {
    coming: coming(),
    showFirst: showFirst && ((first) => showFirst(asOpened(first, false))),
  });
  const mine = asOpened(opened, true);
  // A browser that keeps nothing has no vault while the server is away.
  const { at } = mine;
  void keep(vault, userId, { revision, at, contents: { ...around, owed, compact: whole } }, mine).catch(
    () => {},
  );
  return mine;
}

async function* unlessBrokenOff<Part>(parts: AsyncIterable<Part>): AsyncGenerator<Part> {
  try {
    yield* parts;
  } catch (error) {
    throw new BrokenOff(unanswered(error));
  }
}
