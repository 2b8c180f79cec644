import "server-only";
import { z } from "zod";

const Cursor = z.object({ key: z.string().max(300), id: z.uuid() });
type Cursor = z.infer<typeof Cursor>;

/** Where a page ended: the sort key and the id of its last row, opaque to whoever carries it. */
export const writeCursor = (cursor: Cursor): string =>
  Buffer.from(JSON.stringify(cursor)).toString("base64url");

/** Null for none and for anything that is not a cursor: the list then starts at its beginning. */
export function readCursor(text: string | null): Cursor | null {
  if (!text) return null;
  try {
    return Cursor.safeParse(JSON.parse(Buffer.from(text, "base64url").toString())).data ?? null;
  } catch {
    return null;
  }
}
