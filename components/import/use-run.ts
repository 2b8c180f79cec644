"use client";

import { useEffect, useRef, useState } from "react";
import { Cancelled } from "@/components/forms/cancelled";
import type { Finished, ImportActions } from "@/components/import/import-actions";
import { type Asked, type PlacedItems, placeItems } from "@/components/import/place-items";
import { keepBegun } from "@/components/import/remembered";
import { type FilesSent, mayComeYet } from "@/components/import/send-files";
import { useSendFiles } from "@/components/import/use-send-files";
import { useVault } from "@/components/vault/vault-provider";
import type { Failure } from "@/lib/http/result";

export type RunState =
  | { at: "nothing" }
  | { at: "running"; done: number; total: number }
  | { at: "sendingFiles"; done: number; total: number; name: string }
  | { at: "failed"; failure: Failure }
  | ({ at: "done"; files: FilesSent } & Finished);

/**
 * Imports what was read into an organization or one's own vault. A file that this device has begun to import there, and has
 * not come to the end of, goes on under the same ids if the same was chosen, so each of its items is there once, and each
 * of their files, which come after all items.
 *
 * @param place what this device remembers imports into it by.
 * @param over imports of the day that were undone.
 */
export function useRun(
  place: string,
  organizationId: string | null,
  over: readonly string[],
  actions: ImportActions,
) {
  const { withVault } = useVault();
  const sending = useSendFiles(organizationId, actions);
  const bringFiles = useRef(async () => {});
  const leaving = useRef(new AbortController());
  const [state, setState] = useState<RunState>({ at: "nothing" });
  useEffect(() => {
    const here = new AbortController();
    leaving.current = here;
    return () => here.abort();
  }, []);

  const fail = (failure: Failure) => setState({ at: "failed", failure });

  async function run(asked: Asked): Promise<void> {
    const { signal } = leaving.current;
    const tell = (done: number, total: number) => setState({ at: "running", done, total });
    const where = { place, organizationId, over, actions, withVault, signal, tell };
    const placed = await placeItems(where, asked);
    if (placed === "left") return;
    if (!placed.ok) return fail(placed.failure);
    bringFiles.current = () => sendFiles(placed.result);
    await bringFiles.current();
  }

  /** What did not come is tried again as it was chosen, whether or not this device remembers the import. */
  async function sendFiles({ reader, begun, finished }: PlacedItems): Promise<void> {
    const { signal } = leaving.current;
    const files = await sending.send({
      importId: begun.importId,
      reader,
      signal,
      tell: (done, total, name) => setState({ at: "sendingFiles", done, total, name }),
    });
    if (signal.aborted) return;
    keepBegun({ ...begun, hasItems: true, isDone: !files.lost.some(mayComeYet) });
    setState({ at: "done", files, ...finished });
  }

  const caught = (work: Promise<void>) =>
    work.catch((error: unknown) => {
      if (error instanceof Cancelled) return setState({ at: "nothing" });
      fail({ code: "unexpected" });
      throw error;
    });

  return {
    state,
    /** Sends no more files. What has come stays. */
    stopFiles: sending.stop,
    bringFiles: () => caught(bringFiles.current()),
    run: (asked: Asked) => caught(run(asked)),
  };
}
