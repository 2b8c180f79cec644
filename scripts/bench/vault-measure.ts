import { wrap } from "comlink";
import { matching } from "@/components/items/matches";
import { openMyVault } from "@/components/items/open-my-vault";
import { batchOfItems, readAnswers } from "@/lib/crypto/batch";
import { itemsOf } from "@/lib/domain/item/compact";
import type { ActionResult } from "@/lib/http/result";
import { fromAnswer } from "@/lib/http/wire";
import type { SyncedVault } from "@/lib/operations/item/sync-my-vault";
import { sealedTextsOf } from "@/lib/vault/item-codec";
import { keptVault } from "@/lib/vault/kept-for-away";
import type { MasterPassword, SealedAccountKeys } from "@/lib/vault/served";
import type { TabVault } from "@/lib/vault/tab-vault";
import type { Vault } from "@/lib/vault/vault";

/** Medians, in milliseconds; of `gap` and `key` the longest. */
export type VaultFigures = { floor: number; listed: number; kept: number; gap: number; key: number };

type Opening = { userId: string; master: MasterPassword; keys: SealedAccountKeys };
type Answer = ActionResult<SyncedVault>;

const fetched = async () => fromAnswer(await (await fetch("/vault")).text()) as Answer;

/** Opens a vault in a page as the product does, by turns with what that cannot be quicker than. It runs in a browser. */
export async function measureVault(opening: Opening, rounds: number): Promise<VaultFigures> {
  const vault = await openVaultOf(opening);
  const batch = await everything();
  const { userId } = opening;
  const times = { floor: [] as number[], listed: [] as number[], kept: [] as number[] };
  const gaps: number[] = [];
  const keys: number[] = [];
  for (let round = 0; round < rounds; round++) {
    times.floor.push(
      await timeOf(async () => {
        await fetched();
        await vault.openBatch("user", batch);
      }),
    );
    const watch = watchGaps();
    const begun = performance.now();
    const { opened } = await openMyVault(vault, { userId, ask: fetched });
    const found = matching(opened.items, "server 99");
    times.listed.push(performance.now() - begun);
    if (found.length === 0) throw new Error("nothing was found");
    gaps.push(await watch());
    for (const typed of ["b", "ba", "bac", "back 9", "back 99", "99 back serv", "zzz"])
      keys.push(await timeOf(async () => matching(opened.items, typed)));
    // What was sent is kept while the page goes on.
    while ((await keptVault(vault, userId)) === null) await pause(200);
    times.kept.push(await timeOf(() => openMyVault(vault, { userId, ask: away })));
  }
  return {
    floor: median(times.floor),
    listed: median(times.listed),
    kept: median(times.kept),
    gap: median(gaps),
    key: Math.max(...keys),
  };
}

const away = async (): Promise<Answer> => ({ ok: false, failure: { code: "unreachable" } });

/** The vault in its worker, spoken to as `openBrowserVault` does. */
async function openVaultOf({ userId, master, keys }: Opening): Promise<Vault> {
  const remote = wrap<TabVault>(new Worker("/worker.js"));
  await remote.unlock(master, keys);
  await remote.claim(userId, Date.now());
  const vault: Partial<Vault> = {
    openBatch: (...given) => remote.openBatch(...given),
    openItems: async (ref, items) => readAnswers(items, await remote.openBatch(ref, batchOfItems(items))),
    openTexts: (...given) => remote.openTexts(...given),
    sealTexts: (...given) => remote.sealTexts(...given),
  };
  return vault as Vault;
}

/** One question about every text of the vault. */
async function everything() {
  const answer = await fetched();
  if (!answer.ok || !answer.result.contents) throw new Error("no vault");
  const { items } = itemsOf(answer.result.contents.compact);
  return batchOfItems(
    items.map((item) => ({
      key: item.key,
      open: Object.fromEntries(sealedTextsOf(item).map(({ path, sealed }) => [path, sealed])),
      check: {},
    })),
  );
}

/** Counts how long the page does nothing else; answers the longest time once it is stopped. */
function watchGaps(): () => Promise<number> {
  const { port1, port2 } = new MessageChannel();
  let [last, longest, isOver] = [performance.now(), 0, false];
  port1.onmessage = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (!isOver) port2.postMessage(null);
  };
  port2.postMessage(null);
  return async () => {
    await pause(0);
    isOver = true;
    return longest;
  };
}

const pause = (time: number) => new Promise((resolve) => setTimeout(resolve, time));

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
