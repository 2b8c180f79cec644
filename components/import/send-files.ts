import type { z } from "zod";
import { reach } from "@/components/forms/reach";
import type { FileActions } from "@/components/items/item";
import { type Problem, upload } from "@/components/items/transfer";
import type { WithItemKey } from "@/components/items/use-with-item-key";
import type { EncString } from "@/lib/crypto/types";
import type { ListImportedItems } from "@/lib/domain/import/inputs";
import { selectedAtOnce } from "@/lib/domain/selection";
import { slicesOf } from "@/lib/domain/slices";
import type { Act, Failure } from "@/lib/http/result";
import type { ImportReader, ReadyFile } from "@/lib/import/reader";

/** An item of an import as its place has it, with the numbers of the files that have come. */
type ThereItem = { id: string; key: EncString; files: number[] };
export type AskImportedItems = Act<z.input<typeof ListImportedItems>, ThereItem[]>;

/** Why a file did not come with its item: the item may be gone, or the file be damaged where it was read. */
type Reason = Problem | { is: "itemGone" } | { is: "notInFile" } | { is: "stopped" };
export type LostFile = { name: string; reason: Reason };
export type FilesSent = { came: number; lost: LostFile[] };

type Work = {
  importId: string;
  organizationId: string | null;
  reader: Pick<ImportReader, "files" | "file">;
  ask: AskImportedItems;
  actions: FileActions;
  withKey: WithItemKey;
  signal: AbortSignal;
  /** Which file is on its way, from 0. */
  tell: (done: number, total: number, name: string) => void;
};

/** What may be better with the next try. */
export const mayComeYet = ({ reason: { is } }: LostFile): boolean =>
  is === "refused" || is === "cutOff" || is === "stopped";

/**
 * Sends the files of what an import has placed, one after the other. What has come before stays, so each file comes once,
 * however often this is tried. What concerns one file alone does not keep the others.
 */
export async function sendFiles(work: Work): Promise<FilesSent> {
  const files = await work.reader.files();
  const sent: FilesSent = { came: 0, lost: [] };
  const loseFrom = (at: number, reason: Reason) => {
    sent.lost.push(...files.slice(at).map(({ name }) => ({ name, reason })));
    return sent;
  };
  if (files.length === 0) return sent;
  const there = await itemsOf(work, files);
  if (!there.ok) return loseFrom(0, reasonOf(there.failure));
  for (const [at, file] of files.entries()) {
    work.tell(at, files.length, file.name);
    const reason = await sendOne(work, file, there.items.get(file.itemId)).catch((error: unknown) => {
      if (work.signal.aborted) return { is: "stopped" as const };
      throw error;
    });
    if (!reason) sent.came += 1;
    else if (isOfAll(reason)) return loseFrom(at, reason);
    else sent.lost.push({ name: file.name, reason });
  }
  return sent;
}

async function sendOne(work: Work, file: ReadyFile, item: ThereItem | undefined): Promise<Reason | null> {
  const { importId, organizationId, reader, actions, withKey, signal } = work;
  signal.throwIfAborted();
  if (!item) return { is: "itemGone" };
  if (item.files.includes(file.number)) return null;
  const bytes = await reader.file(file);
  if (!bytes) return { is: "notInFile" };
  const sent = await upload(
    { id: item.id, organizationId, sealed: { key: item.key } },
    new File([bytes], file.name),
    { actions, withKey, signal, onProgress: () => {} },
    { importId, number: file.number },
  );
  if (sent.ok) return null;
  return sent.problem.is === "refused" ? reasonOf(sent.problem.failure) : sent.problem;
}

function reasonOf(failure: Failure): Reason {
  if (failure.code === "unreachable") return { is: "cutOff" };
  // Whoever may not change the item is told no more.
  return failure.code === "not_found" ? { is: "itemGone" } : { is: "refused", failure };
}

/** Whether what stops one file stops the others too: no room, no connection, too many within the hour. */
const isOfAll = (reason: Reason): boolean =>
  reason.is === "cutOff" ||
  reason.is === "stopped" ||
  (reason.is === "refused" &&
    reason.failure.code !== "item_out_of_date" &&
    reason.failure.code !== "too_many_attachments");

async function itemsOf({ importId, organizationId, ask }: Work, files: readonly ReadyFile[]) {
  const ids = [...new Set(files.map(({ itemId }) => itemId))];
  const items = new Map<string, ThereItem>();
  for (const itemIds of slicesOf(ids, selectedAtOnce)) {
    const answer = await reach(ask({ importId, organizationId, itemIds }));
    if (!answer.ok) return answer;
    for (const item of answer.result) items.set(item.id, item);
  }
  return { ok: true as const, items };
}
