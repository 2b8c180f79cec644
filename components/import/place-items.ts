import { reach } from "@/components/forms/reach";
import { beginRun, type Choice } from "@/components/import/begin-run";
import type { Finished, ImportActions } from "@/components/import/import-actions";
import { type Begun, forgetBegun, keepBegun } from "@/components/import/remembered";
import { runImport } from "@/components/import/run-import";
import { findThoseThere } from "@/components/import/those-there";
import { holdOrganizationKey } from "@/components/vault/hold-key";
import { sealing } from "@/components/vault/sealing";
import type { VaultState } from "@/components/vault/vault-context";
import type { ItemType } from "@/lib/domain/item/types";
import type { ActionResult } from "@/lib/http/result";
import type { ImportReader } from "@/lib/import/reader";

export type Asked = {
  reader: ImportReader;
  choice: Choice;
  /** Whether it can be looked up what the place has already. */
  canLook: boolean;
  restricted: readonly ItemType[];
};

/** Where items come. */
export type Where = {
  /** What this device remembers imports into it by. */
  place: string;
  organizationId: string | null;
  /** Imports of the day that were undone. */
  over: readonly string[];
  actions: ImportActions;
  withVault: VaultState["withVault"];
  /** Of the page that it is done on. */
  signal: AbortSignal;
  /** How many are there by now. */
  tell: (done: number, total: number) => void;
};

/** Items that are there, whose files come next. */
export type PlacedItems = { reader: ImportReader; begun: Begun; finished: Finished };

/**
 * Seals the items of a file and brings them to where they go. One that this device has begun there, and has not come to
 * the end of, goes on under the same ids if the same was chosen.
 *
 * @returns `left` when its page was left before all of them were there.
 */
export async function placeItems(where: Where, asked: Asked): Promise<ActionResult<PlacedItems> | "left"> {
  const { place, organizationId, over, actions, withVault, signal, tell } = where;
  const { reader, choice, canLook, restricted } = asked;
  const { places, leavesRepeated, leavesThere } = choice;
  tell(0, 0);
  const { goesOn, ...begun } = await beginRun(reader, place, over, choice);
  const { importId } = begun;
  if (leavesThere && canLook && !goesOn) {
    const looked = await lookAnew(where, reader);
    if (!looked.ok) {
      forgetBegun(importId);
      return looked;
    }
  }
  const total = await reader.choose({ importId, leavesRepeated, leavesThere, restricted });
  tell(0, total);
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
        signal,
        tell: (done) => tell(done, total),
      });
    }),
  );
  const ended = sealed.ok ? sealed.result : sealed.failure;
  // Nothing is over: the same file goes on with it.
  if (ended === "left") return "left";
  const finished = ended
    ? { ok: false as const, failure: ended }
    : await reach(actions.finish({ importId, organizationId }));
  if (!finished.ok && finished.failure.code === "import_over" && goesOn) {
    // It was undone elsewhere, or its day ended meanwhile: the file comes as a new import.
    forgetBegun(importId);
    return placeItems(where, asked);
  }
  if (!finished.ok) return finished;
  keepBegun({ ...begun, hasItems: true });
  return { ok: true, result: { reader, begun, finished: finished.result } };
}

/** What was found before may be gone since, by an undo above all: it would be left out, and be nowhere. */
function lookAnew({ organizationId, actions, withVault }: Where, reader: ImportReader) {
  const ask = { ...actions.ask, getKey: actions.getKey };
  return reach(sealing(withVault((vault) => findThoseThere(vault, reader, ask, organizationId))));
}
