import { useState } from "react";
import type { Prove } from "@/components/account/two-step-actions";
import { useProof } from "@/components/account/use-proof";
import { openRows } from "@/components/exporting/open-rows";
import type { ExportRow, Source } from "@/components/exporting/rows";
import { inSlices } from "@/components/ui/in-slices";
import { saveDated } from "@/components/ui/save-file";
import { sealing } from "@/components/vault/sealing";
import { useVault } from "@/components/vault/vault-provider";
import type { ExportFormat } from "@/lib/domain/item/exporting";
import { defaultKdf } from "@/lib/domain/kdf";
import type { Act, ActionResult } from "@/lib/http/result";
import { csvFile, isInCsv } from "@/lib/vault/export/csv-file";
import { jsonParts, protectedFile, sealedFile } from "@/lib/vault/export/json-file";
import type { KeyRef } from "@/lib/vault/served";

export type Progress = { doing: "opening" | "sealing"; done: number; total: number };

/** What came of an export: how many items are in the file, how many have no place in it, and which are damaged. */
export type Outcome = { count: number; left: number; ref: KeyRef; damaged: ExportRow[] };

type Props = {
  source: Source;
  actions: { record: Act<{ format: ExportFormat }>; prove: Prove };
  /** What the file is called. */
  name: string;
};

/**
 * Makes the file of an export on this device. Before anything is opened, the server judges who exports, after a proof of
 * the master password, and writes it down.
 */
export function useExportFile({ source, actions, name }: Props) {
  const { withVault } = useVault();
  const { withProof, dialog } = useProof(actions.prove);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);

  const make = (format: Exclude<ExportFormat, "sealed">, password: string): Promise<Outcome> =>
    withVault(async (vault) => {
      setProgress({ doing: "opening", done: 0, total: 1 });
      const { ref, rows, holders } = await source(vault);
      const { exported, damaged } = await openRows(vault, { ref, rows }, (done) =>
        setProgress({ doing: "opening", done, total: rows.length }),
      );
      setProgress({ doing: "sealing", done: rows.length, total: Math.max(1, rows.length) });
      if (format === "csv") saveDated(name, "csv", csvFile(exported, holders));
      else {
        const json: string[] = [];
        await inSlices(jsonParts(exported, holders), (part) => json.push(part), {
          onProgress: (done) => setProgress({ doing: "sealing", done, total: exported.length + 2 }),
        });
        const file =
          format === "protected"
            ? await protectedFile(vault, { password, kdf: defaultKdf }, json.join(""))
            : json;
        saveDated(name, "json", file);
      }
      const count = format === "csv" ? exported.filter(({ item }) => isInCsv(item)).length : exported.length;
      return { count, left: exported.length - count, ref, damaged };
    });

  async function run(
    format: Exclude<ExportFormat, "sealed">,
    password: string,
  ): Promise<ActionResult<Outcome>> {
    setOutcome(null);
    const answer = await withProof(() => actions.record({ format }));
    if (!answer.ok) return answer;
    try {
      const made = await sealing(make(format, password));
      if (made.ok) setOutcome(made.result);
      return made;
    } finally {
      setProgress(null);
    }
  }

  /** The damaged items of the last export, as the server has them. */
  async function runSealed({ ref, damaged }: Outcome): Promise<ActionResult<null>> {
    const answer = await withProof(() => actions.record({ format: "sealed" }));
    if (!answer.ok) return answer;
    const items = damaged.map(({ facts, sealed }) => ({ facts, item: sealed }));
    const file = await sealing(withVault((vault) => sealedFile(vault, ref, items)));
    if (!file.ok) return file;
    saveDated(`${name}-sealed`, "json", file.result);
    return { ok: true, result: null };
  }

  return { run, runSealed, progress, outcome, dialog };
}
