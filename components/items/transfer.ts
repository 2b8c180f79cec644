import type { z } from "zod";
import { reach } from "@/components/forms/reach";
import { type FileActions, keyOfOwner, type ServedFile } from "@/components/items/item";
import type { WithItemKey } from "@/components/items/use-with-item-key";
import type { EncString } from "@/lib/crypto/types";
import type { BeginAttachment } from "@/lib/domain/attachment/inputs";
import { largestFile, partSize, partsOf } from "@/lib/domain/attachment/limits";
import { textToSeal } from "@/lib/domain/sealed";
import type { ActionResult, Failure } from "@/lib/http/result";

/** Why a file did not go or come. */
export type Problem =
  | { is: "empty" | "tooLarge" | "unreadable" | "cutOff" | "damaged" }
  | { is: "nameTooLong"; over: number }
  | { is: "refused"; failure: Failure };

export type Transferred<Result> = { ok: true; result: Result } | { ok: false; problem: Problem };

/** How far it is, in parts. */
type OnProgress = (done: number, total: number) => void;

/** An item that files come to or go from. */
export type ItemOfFiles = { id: string; organizationId: string | null; sealed: { key: EncString } };
export type Way = { actions: FileActions; withKey: WithItemKey; onProgress: OnProgress; signal: AbortSignal };

/** With which import a file comes, and as which of its item's. */
type Imported = z.input<typeof BeginAttachment>["imported"];

/** After how many milliseconds something that had no answer is sent again. */
const patience = [500, 2_000, 5_000];

const refused = (failure: Failure) => ({
  ok: false as const,
  problem: failure.code === "unreachable" ? { is: "cutOff" as const } : { is: "refused" as const, failure },
});

/** Why a file cannot be kept, before anything is done with it. */
export function problemOf({ name, size }: Pick<File, "name" | "size">): Problem | null {
  if (size === 0) return { is: "empty" };
  if (size > largestFile) return { is: "tooLarge" };
  const issue = textToSeal().safeParse(name).error?.issues[0];
  if (!issue) return null;
  return { is: "nameTooLong", over: issue.code === "custom" ? Number(issue.params?.over) : 1 };
}

/** Seals a file, and sends it part by part. What was given up halfway is taken back. */
export async function upload(
  item: ItemOfFiles,
  file: File,
  way: Way,
  imported?: Imported,
): Promise<Transferred<null>> {
  const { actions, withKey, onProgress, signal } = way;
  const problem = problemOf(file);
  if (problem) return { ok: false, problem };
  const made = await withKey((vault) =>
    vault.sealFile(keyOfOwner(item.organizationId), item.sealed.key, { name: file.name, contents: file }),
  ).catch((error: Error) => {
    // The file was moved, or changed while it was read.
    if (error.name === "NotReadableError" || error.name === "NotFoundError") return null;
    throw error;
  });
  if (!made) return { ok: false, problem: { is: "unreadable" } };
  if (!made.ok) return refused(made.failure);

  const { contents, ...keys } = made.result;
  const attachmentId = crypto.randomUUID();
  const size = contents.size;
  const begin = { attachmentId, itemId: item.id, itemKey: item.sealed.key, ...keys, size, imported };
  // Also where no answer came: it may have begun, and would keep its room for nothing.
  const giveUp = () => void again(() => actions.remove({ attachmentId }));
  try {
    const begun = await again(() => actions.begin(begin), signal);
    if (!begun.ok) {
      giveUp();
      return refused(begun.failure);
    }
    // It has come with its import before.
    if (begun.result.isFinished) return { ok: true, result: null };
    for (let number = 0; number < partsOf(size); number++) {
      onProgress(number, partsOf(size));
      const bytes = contents.slice(number * partSize, (number + 1) * partSize);
      const sent = await again(() => actions.putPart({ attachmentId, number, bytes }, signal), signal);
      signal.throwIfAborted();
      if (sent.ok) continue;
      giveUp();
      return refused(sent.failure);
    }
    signal.throwIfAborted();
  } catch (error) {
    giveUp();
    throw error;
  }
  const finished = await again(() => actions.finish({ attachmentId }), signal);
  if (finished.ok) return { ok: true, result: null };
  giveUp();
  return refused(finished.failure);
}

/** Fetches a file part by part, and opens it. */
export async function download(item: ItemOfFiles, file: ServedFile, way: Way): Promise<Transferred<Blob>> {
  const { actions, withKey, onProgress, signal } = way;
  const parts: Blob[] = [];
  const total = partsOf(file.size);
  for (let number = 0; number < total; number++) {
    onProgress(number, total);
    const got = await again(() => actions.getPart({ attachmentId: file.id, number }, signal), signal);
    signal.throwIfAborted();
    if (!got.ok) return refused(got.failure);
    parts.push(got.result);
  }
  const keys = { itemKey: item.sealed.key, key: file.key };
  const opened = await withKey((vault) =>
    vault.openFile(keyOfOwner(item.organizationId), keys, new Blob(parts)),
  );
  if (opened.ok) return opened;
  return opened.failure.code === "unexpected"
    ? { ok: false, problem: { is: "damaged" } }
    : refused(opened.failure);
}

/** What may be better in a moment: no answer, or a server or bucket that is away. */
const passing: readonly Failure["code"][] = ["unreachable", "unavailable", "files_unavailable", "busy"];

/** Sends something that may be sent twice, until there is an answer, some times. */
async function again<Result>(
  send: () => Promise<ActionResult<Result>>,
  signal?: AbortSignal,
): Promise<ActionResult<Result>> {
  for (const wait of patience) {
    const answer = await reach(send());
    if (answer.ok || !passing.includes(answer.failure.code) || signal?.aborted) return answer;
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
  return reach(send());
}
