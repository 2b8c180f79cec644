import { folded } from "@/lib/domain/search";

/** Whether one of the names is the same to a reader: whatever its case and accents are. */
export const isTaken = (names: readonly (string | null)[], name: string): boolean =>
  names.some((other) => other !== null && folded(other) === folded(name));
