import "server-only";
import { NotFound } from "@/lib/operations/errors";

/**
 * What stands already under an id that a browser made: the same act came before, and its answer is given again.
 * Null where nothing does. Of two acts with one id at once, the second fails at the insert, is judged again by the
 * kernel, and finds the first here.
 *
 * @throws {NotFound} when it is somebody else's, of whom nothing is said.
 */
export function madeBefore<Row>([row]: readonly Row[], isSameAct: (row: Row) => boolean): Row | null {
  if (row === undefined) return null;
  if (!isSameAct(row)) throw new NotFound();
  return row;
}
