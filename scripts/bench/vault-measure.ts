import { transfer, wrap } from "comlink";
import { matching } from "@/components/items/matches";
import type { AskedVault, MyVault } from "@/components/items/my-vault";
import { openMyVault } from "@/components/items/open-my-vault";
import { batchOfItems, readAnswers } from "@/lib/crypto/batch";
import { fromParts, itemsOf } from "@/lib/domain/item/compact";
import type { ActionResult } from "@/lib/http/result";
import { fromAnswer } from "@/lib/http/wire";
import type { SyncedVault } from "@/lib/operations/item/sync-my-vault";
import { sealedTextsOf } from "@/lib/vault/item-codec";
import { forgetKept, keptVault } from "@/lib/vault/kept-for-away";
import type { MasterPassword, SealedAccountKeys } from "@/lib/vault/served";
import type { TabVault } from "@/lib/vault/tab-vault";
import type { Vault } from "@/lib/vault/vault";
import { median, timeOf } from "@/scripts/bench/time";

/** Medians, in milliseconds; `key` is that of the search that takes longest, `idle` the gap of a page that does nothing. */
export type VaultFigures = Record<"floor" | "first" | "listed" | "kept" | "gap" | "idle" | "key", number> & {
  /** Medians of what each takes beside the other in the same round: the list to its floor, the others to the list. */
  ratios: Record<"listed" | "first" | "kept", number>;
};

type Opening = { userId: string; master: MasterPassword; keys: SealedAccountKeys };
type Answer = ActionResult<SyncedVault>;

const fetched = async () => (await fromAnswer((await fetch("/vault")).body as never)) as Answer;
/** The same all at once. */
const parsed = async () => (await (await fetch("/vault")).text()).split("\n").map((line) => JSON.parse(line));
const unchanged = async (): Promise<Answer> => ({ ok: true, result: { revision: "1", contents: null } });

/** What somebody types, key by key. */
const typed = ["b", "ba", "bac", "back 9", "back 99", "99 back serv", "zzz"];

/** Opens a vault in a page as the product does, by turns with what that cannot be quicker than. It runs in a browser. */
export async function measureVault(opening: Opening, rounds: number): Promise<VaultFigures> {
  const vault = await openVaultOf(opening);
  const batch = await everything();
  const { userId } = opening;
  const times = {
    floor: [] as number[],
    first: [] as number[],
    listed: [] as number[],
    kept: [] as number[],
  };
  const gaps = { listing: [] as number[], idle: [] as number[] };
  const keys: number[][] = [];
  for (let round = 0; round < rounds; round++) {
    times.floor.push(
      await timeOf(async () => {
        await parsed();
        await vault.openBatch("user", batch);
      }),
    );
    await forgetKept();
    const idle = watchGaps();
    await pause(1000);
    gaps.idle.push(await idle());
    const watch = watchGaps();
    const begun = performance.now();
    const showFirst = (first: MyVault) => {
      look(first);
      times.first.push(performance.now() - begun);
    };
    times.listed.push(await timeOf(() => list(vault, { userId, ask: fetched }, showFirst)));
    // What was sent is kept while the page goes on, and holds nothing up either.
    while (!(await (await keptVault(vault, userId))?.bodies)) await pause(200);
    gaps.listing.push(await watch());
    times.kept.push(await timeOf(() => list(vault, { userId, ask: unchanged })));
    const { items } = await list(vault, { userId, ask: unchanged });
    typed.forEach((search, i) => {
      keys[i] ??= [];
      const begun = performance.now();
      matching(items, search);
      keys[i].push(performance.now() - begun);
    });
  }
  const ratioOf = (one: readonly number[], other: readonly number[]) =>
    median(one.map((time, round) => time / (other[round] ?? 0)));
  return {
    ratios: {
      listed: ratioOf(times.listed, times.floor),
      first: ratioOf(times.first, times.listed),
      kept: ratioOf(times.kept, times.listed),
    },
    floor: median(times.floor),
    first: median(times.first),
    listed: median(times.listed),
    kept: median(times.kept),
    gap: median(gaps.listing),
    idle: median(gaps.idle),
    key: Math.max(...keys.map(median)),
  };
}

/** Opens the vault, finds something in it, and looks at the rows that fit a window, as a page does. */
async function list(vault: Vault, asked: AskedVault, showFirst?: (first: MyVault) => void) {
  const mine = await openMyVault(vault, asked, undefined, showFirst);
  look(mine);
  if (matching(mine.opened.items, "server 99").length === 0) throw new Error("something was not found");
  return mine.opened;
}

function look({ opened }: MyVault) {
  const drawn = opened.items.slice(0, 40).map(({ content, damage }) => [content?.name, damage.length]);
  if (drawn.length < 40 || drawn.some(([name]) => !name)) throw new Error("something was not opened");
}

/** The vault in its worker, spoken to as `openBrowserVault` does. */
async function openVaultOf({ userId, master, keys }: Opening): Promise<Vault> {
  const remote = wrap<TabVault>(new Worker("/worker.js"));
  await remote.unlock(master, keys);
  await remote.claim(userId, Date.now());
  const vault: Partial<Vault> = {
    openBatch: (...given) => remote.openBatch(...given),
    openItems: async (ref, items) => readAnswers(items, await remote.openBatch(ref, batchOfItems(items))),
    openTexts: (...given) => remote.openTexts(...given),
    holds: (...given) => remote.holds(...given),
    sealBlob: (ref, about, plain) => remote.sealBlob(ref, about, transfer(plain, [plain.buffer])),
    openBlob: (ref, about, blob) => remote.openBlob(ref, about, transfer(blob, [blob.buffer])),
  };
  return vault as Vault;
}

/** One question about every text of the vault. */
async function everything() {
  const answer = await fetched();
  if (!answer.ok || !answer.result.contents) throw new Error("no vault");
  const { items } = itemsOf(await fromParts(answer.result.contents.compact));
  return batchOfItems(
    items.map((item) => ({
      key: item.key,
      open: Object.fromEntries(sealedTextsOf(item).map(({ path, sealed }) => [path, sealed])),
      check: {},
    })),
  );
}

/** How often it is looked whether the page does anything else, in milliseconds: no timer is quicker. */
const tick = 4;

/** Counts how long the page does nothing else; answers the longest time once it is stopped. */
function watchGaps(): () => Promise<number> {
  let [last, longest, isOver] = [performance.now(), 0, false];
  const look = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last - tick);
    last = now;
    if (!isOver) setTimeout(look, tick);
  };
  look();
  return async () => {
    await pause(2 * tick);
    isOver = true;
    return longest;
  };
}

const pause = (time: number) => new Promise((resolve) => setTimeout(resolve, time));
