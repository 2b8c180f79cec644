"use client";

import { useEffect, useRef, useState } from "react";
import { Cancelled } from "@/components/forms/cancelled";
import { reach } from "@/components/forms/reach";
import { beginRun, type Choice } from "@/components/import/begin-run";
import { type Begun, forgetBegun, keepBegun } from "@/components/import/remembered";
import { runImport, type SendPart } from "@/components/import/run-import";
import { type FilesSent, mayComeYet } from "@/components/import/send-files";
import { type AskThoseThere, findThoseThere } from "@/components/import/those-there";
import { type SendFileActions, useSendFiles } from "@/components/import/use-send-files";
import { holdOrganizationKey } from "@/components/vault/hold-key";
import { sealing } from "@/components/vault/sealing";
import { useVault } from "@/components/vault/vault-provider";
import type { ItemType } from "@/lib/domain/item/types";
import type { ActionResult, Failure } from "@/lib/http/result";
import type { ImportReader } from "@/lib/import/reader";

type Finished = {
  count: number;
  types: { type: ItemType; count: number }[];
  /** Collections that were made for it and that nobody has. */
  unreached: number;
};

export type ImportActions = SendFileActions & {
  ask: Omit<AskThoseThere, "getKey">;
  send: SendPart;
  finish: (input: { importId: string; organizationId: string | null }) => Promise<ActionResult<Finished>>;
  undo: (input: {
    importId: string;
    organizationId: string | null;
  }) => Promise<ActionResult<{ count: number; kept: number }>>;
};

type Asked = {
  reader: ImportReader;
  choice: Choice;
  /** Whether it can be looked up what the place has already. */
  canLook: boolean;
  restricted: readonly ItemType[];
};

/** Items that are there, whose files come next. */
type Placed = { reader: ImportReader; begun: Begun; finished: Finished };

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

  /** What was found before may be gone since, by an undo above all: it would be left out, and be nowhere. */
  async function lookAnew(reader: ImportReader): Promise<Failure | null> {
    const ask = { ...actions.ask, getKey: actions.getKey };
    const look = withVault((vault) => findThoseThere(vault, reader, ask, organizationId));
    const looked = await reach(sealing(look));
    return looked.ok ? null : looked.failure;
  }

  async function run(asked: Asked): Promise<void> {
    const { reader, choice, canLook, restricted } = asked;
    const { places, leavesRepeated, leavesThere } = choice;
    setState({ at: "running", done: 0, total: 0 });
    const { goesOn, ...begun } = await beginRun(reader, place, over, choice);
    const { importId } = begun;
    const blind = leavesThere && canLook && !goesOn ? await lookAnew(reader) : null;
    if (blind) {
      forgetBegun(importId);
      return fail(blind);
    }
    const total = await reader.choose({ importId, leavesRepeated, leavesThere, restricted });
    setState({ at: "running", done: 0, total });
    const sealed = await sealing(
      withVault(async (vault) => {
        const organizationKeyId = organizationId
          ? await holdOrganizationKey(vault, organizationId, actions.getKey)
          : null;
        if (begun.hasItems) return null;
        return runImport({
          importId,
          total,
          destination: { organizationId, organizationKeyId, places },
          reader,
          vault,
          send: actions.send,
          signal: leaving.current.signal,
          tell: (done) => setState({ at: "running", done, total }),
        });
      }),
    );
    const ended = sealed.ok ? sealed.result : sealed.failure;
    // Nothing is over: the same file goes on with it.
    if (ended === "left") return;
    const finished = ended
      ? { ok: false as const, failure: ended }
      : await reach(actions.finish({ importId, organizationId }));
    if (!finished.ok && finished.failure.code === "import_over" && goesOn) {
      // It was undone elsewhere, or its day ended meanwhile: the file comes as a new import.
      forgetBegun(importId);
      return run(asked);
    }
    if (!finished.ok) return fail(finished.failure);
    keepBegun({ ...begun, hasItems: true });
    bringFiles.current = () => sendFiles({ reader, begun, finished: finished.result });
    await bringFiles.current();
  }

  /** What did not come is tried again as it was chosen, whether or not this device remembers the import. */
  async function sendFiles({ reader, begun, finished }: Placed): Promise<void> {
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
