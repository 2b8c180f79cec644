import { allow, type Decision, refuse } from "@/lib/domain/decision";

/** How many items come in one request at most, and how many in all of them together. */
export const importedAtOnce = 500;
export const importedInAll = 40_000;

/** How many requests with items somebody makes within an hour. */
export const importPartsAnHour = 1000;

/** How long an import can go on, and can be undone. */
export const undoneWithinMs = 24 * 60 * 60 * 1000;

/** Whether an import that has so many items may have more. */
export const mayImportMore = (imported: number, more: number): Decision =>
  imported + more > importedInAll ? refuse("import_too_large", { limit: importedInAll }) : allow;

type Facts = { begunAt: Date; undoneAt: Date | null };

/** Whether an import can still go on, or be undone. */
export const mayTouchImport = ({ begunAt, undoneAt }: Facts, now: Date): Decision =>
  undoneAt !== null || Number(now) - Number(begunAt) >= undoneWithinMs ? refuse("import_over") : allow;
