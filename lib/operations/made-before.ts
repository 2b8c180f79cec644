import "server-only";
import { NotFound } from "@/lib/operations/errors";

/**
 * The row that exists already under an id that a browser made, so that the same answer is given again; null if
 * there is none. If two acts come with one id at the same moment, the second fails at its insert, the kernel
 * begins it anew, and it finds the row of the first here.
 *
 * @throws {NotFound} when it is somebody else's, of whom nothing is said.
 */
export function madeBefore<Row>([row]: readonly Row[], isSameAct: (row: Row) => boolean): Row | null {
  if (row === undefined) return null;
  if (!isSameAct(row)) throw new NotFound();
  return row;
}
