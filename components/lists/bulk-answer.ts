import type { Refusal } from "@/lib/domain/refusal";
import { selectedAtOnce } from "@/lib/domain/selection";
import type { ActionResult } from "@/lib/http/result";

/** What became of each of several. */
export type Rows = { rows: { id: string; refusal: Refusal | null }[] };

/** Sends what was selected in as few requests as its number allows, one after the other, and answers for all of it. */
export async function inBulks(
  ids: readonly string[],
  act: (ids: string[]) => Promise<ActionResult<Rows>>,
): Promise<ActionResult<Rows>> {
  const rows: Rows["rows"] = [];
  for (let start = 0; start < ids.length; start += selectedAtOnce) {
    const answer = await act(ids.slice(start, start + selectedAtOnce));
    if (!answer.ok) return answer;
    rows.push(...answer.result.rows);
  }
  return { ok: true, result: { rows } };
}
