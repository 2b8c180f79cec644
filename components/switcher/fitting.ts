import type { Entry, Section } from "@/components/switcher/entry";
import { folded } from "@/lib/domain/search";

/** Whether every word that is typed stands in a label, without regard to accents or case, in any order. */
export function fits({ label, detail = "" }: Pick<Entry, "label" | "detail">, typed: string): boolean {
  const text = folded(`${label} ${detail}`);
  return folded(typed)
    .split(" ")
    .every((word) => text.includes(word));
}

/** The entries that fit what is typed; sections without one are left out. */
export const fitting = (sections: readonly Section[], typed: string): Section[] =>
  sections
    .map((section) => ({ ...section, entries: section.entries.filter((entry) => fits(entry, typed)) }))
    .filter(({ entries }) => entries.length > 0);
