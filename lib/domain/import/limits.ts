import { allow, type Decision, hide, refuse } from "@/lib/domain/decision";
import type { UserId } from "@/lib/domain/ids";

/** How many items come in one request at most, and how many in all of them together. */
export const importedAtOnce = 500;
export const importedInAll = 40_000;

/** In how many collections one item comes at most. */
export const placesOfOne = 50;

/** How many requests with items somebody makes within an hour. */
export const importPartsAnHour = 1000;

/** How long an import can go on, and can be undone. */
export const undoneWithinMs = 24 * 60 * 60 * 1000;

/**
 * Whether an import that has so many items may have more. One that is done has no more: the log has said how many they
 * are, and what others have deleted since does not come back.
 */
export function mayImportMore(imported: number, more: number, doneAt: Date | null): Decision {
  if (doneAt && more > 0) return refuse("import_over");
  return imported + more > importedInAll ? refuse("import_too_large", { limit: importedInAll }) : allow;
}

type Facts = { begunBy: UserId; begunAt: Date; undoneAt: Date | null };

/**
 * Whether somebody goes on with an import, or undoes it: whoever began it, within a day. To write into an organization
 * gives nobody what others have written.
 */
export function mayTouchImport({ begunBy, begunAt, undoneAt }: Facts, userId: UserId, now: Date): Decision {
  if (begunBy !== userId) return hide;
  return undoneAt !== null || Number(now) - Number(begunAt) >= undoneWithinMs ? refuse("import_over") : allow;
}
