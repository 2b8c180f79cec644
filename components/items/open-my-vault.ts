import { reach } from "@/components/forms/reach";
import { unanswered } from "@/components/forms/unanswered";
import { type OpenedVault, openVault, type VaultContents } from "@/components/items/open-vault";
import { packVault, type SentVault, type UnpackedVault, unpackVault } from "@/components/items/pack-vault";
import { isAway } from "@/components/vault/away";
import { KeyRefused } from "@/components/vault/hold-key";
import { breathe } from "@/components/vault/in-parts";
import type { Last } from "@/components/vault/open-once";
import type { Bytes } from "@/lib/crypto/types";
import { type CompactInParts, type CompactItems, compactForm, itemsOf } from "@/lib/domain/item/compact";
import type { ActionResult, Failure } from "@/lib/http/result";
import type { SentContents, SyncedVault } from "@/lib/operations/item/sync-my-vault";
import { forgetVault, keepVault, keptVault } from "@/lib/vault/kept-for-away";
import type { Vault } from "@/lib/vault/vault";

export type AskMyVault = (input: { known: string | null }) => Promise<ActionResult<SyncedVault>>;

/** Whose vault a page shows, and how it is asked for. */
export type AskedVault = { userId: string; ask: AskMyVault };

type Sent = { revision: string; contents: SentContents };

export type MyVault = {
  revision: string;
  /** When the server sent it. */
  at: number;
  /** As the server sent it, with one object for each item. */
  contents: VaultContents;
  owed: Sent["contents"]["owed"];
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
  try {
    return await openWith(vault, { userId, ask }, before, kept);
  } catch (error) {
    if (!(error instanceof KeptInHalves)) throw error;
    await forgetVault(userId);
    return openWith(vault, { userId, ask }, null, null);
  }
}

async function openWith(
  vault: Vault,
  { userId, ask }: AskedVault,
  before: MyVault | null,
  kept: KeptVault | null,
): Promise<MyVault> {
  const answer = await reach(ask({ known: (before ?? kept)?.revision ?? null }));
  if (!answer.ok) return openInstead(vault, userId, { before, kept }, answer.failure);
  const { revision, contents } = answer.result;
  if (contents === null) {
    if (before) return openBefore(vault, before, false);
    if (!kept) throw new KeyRefused({ code: "unexpected" });
    return openKept(vault, userId, kept, false);
  }
  try {
    return await openSent(vault, userId, { revision, contents }, kept ? null : before);
  } catch (error) {
    if (!(error instanceof BrokenOff)) throw error;
    return openInstead(vault, userId, { before, kept }, error.failure);
  }
}

/** What this tab has, or what was kept, where there is no answer. */
async function openInstead(
  vault: Vault,
  userId: string,
  { before, kept }: { before: MyVault | null; kept: KeptVault | null },
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

/** What another release has kept in a form of its own counts as nothing. */
async function readKept(vault: Vault, userId: string): Promise<KeptVault | null> {
  try {
    const kept = await keptVault(vault, userId);
    return kept && { ...unpackVault(kept.head), bodies: kept.bodies };
  } catch {
    return null;
  }
}

/** What is kept of a vault, while the larger part of it is still being read. */
type KeptVault = UnpackedVault & { bodies: Promise<Bytes | null> };

/** There is a head of which the rest is not there any more, or does not open. */
class KeptInHalves extends Error {}

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

/** Opens what the server sends as it comes, and keeps it. */
async function openSent(
  vault: Vault,
  userId: string,
  { revision, contents: sent }: Sent,
  before: MyVault | null,
): Promise<MyVault> {
  const { form, owed, compact, ...around } = sent;
  // Its values stand in other places than this release knows.
  if (form !== compactForm) throw new KeyRefused({ code: "outdated_page" });
  const { parts, ...places } = compact as CompactInParts;
  const whole: CompactItems = { ...places, rows: [], sealed: [] };
  const contents: VaultContents = { ...around, items: [], entries: [], userId };
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
  const opened = await openVault(vault, contents, before ? lastOf(before) : undefined, { coming: coming() });
  const at = Date.now();
  const mine: MyVault = { revision, at, contents, owed, opened, isAway: false, kept: null };
  // A browser that keeps nothing has no vault while the server is away.
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

/** @param isAway whether the server is: then there is nothing in the vault that could be changed. */
async function openKept(vault: Vault, userId: string, kept: KeptVault, isAway: boolean): Promise<MyVault> {
  const { owed, ...around } = kept.around;
  const whole = { ...around, ...kept.rows, userId };
  const contents = isAway ? toLookAt(whole) : whole;
  // What did not open is tried again, for which it is read.
  if ([...kept.contents.values()].includes(null)) await readBodies(kept);
  const opened = await openVault(vault, contents, undefined, { kept, isToLookAt: isAway });
  await readBodies(kept);
  const { revision, at } = kept;
  return { revision, at, contents: whole, owed, opened, isAway, kept };
}

async function readBodies(kept: KeptVault): Promise<void> {
  const bodies = await kept.bodies.catch(() => null);
  if (!bodies) throw new KeptInHalves();
  kept.giveBodies(bodies);
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
