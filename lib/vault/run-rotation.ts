import type { EncString } from "@/lib/crypto/types";
import type { AnewRow, Resealed } from "@/lib/vault/reseal-rows";

/** What is left, as the server hands it out. */
export type Left<Rows> = {
  total: number;
  left: number;
  next: Rows | null;
  known: Readonly<Record<string, EncString>>;
  /** Once nothing is left: members whom the next key was not sealed for. */
  withoutKey: { email: string; name: string | null }[];
};

/** How a rotation reaches the server, whatever its door. Each rejects when there is no good answer. */
export type RotationDoor<Rows, Row> = {
  rows: () => Promise<Left<Rows>>;
  stage: (rows: Row[]) => Promise<unknown>;
};

/** How far a rotation is: of `total` rows, `staged` are sealed anew. */
export type Progress = { total: number; staged: number };

/** Everything is staged, with who is concerned; or something does not open, and nothing goes on. */
export type Staged =
  | { ok: true; changed: Left<never>["withoutKey"]; met: Resealed["met"] }
  | { ok: false; damaged: Resealed["damaged"] };

/** Characters of JSON in one request: well below what a server takes. */
const longestRequest = 500_000;

/** Rows in requests that are not too long. */
export function inRequests<Row>(rows: readonly Row[]): Row[][] {
  const requests: Row[][] = [];
  let length = Number.POSITIVE_INFINITY;
  for (const row of rows) {
    const own = JSON.stringify(row).length;
    if (length + own > longestRequest) {
      requests.push([]);
      length = 0;
    }
    requests.at(-1)?.push(row);
    length += own;
  }
  return requests;
}

/**
 * Seals anew whatever is left, until nothing is. What was staged before, in this tab or in another, is not done
 * again. `stop` ends it between two batches.
 */
export async function stageAll<Rows>(
  door: RotationDoor<Rows, AnewRow>,
  reseal: (rows: Rows, known: Left<Rows>["known"]) => Promise<Resealed>,
  onProgress: (progress: Progress) => void,
  stop: AbortSignal,
): Promise<Staged> {
  const met: Resealed["met"] = [];
  while (true) {
    stop.throwIfAborted();
    const { total, left, next, known, withoutKey } = await door.rows();
    onProgress({ total, staged: total - left });
    if (next === null) return { ok: true, changed: withoutKey, met };
    const resealed = await reseal(next, known);
    if (resealed.damaged.length > 0) return { ok: false, damaged: resealed.damaged };
    met.push(...resealed.met);
    const { rows } = resealed;
    for (const request of inRequests(rows)) await door.stage(request);
  }
}
