import type { Entry } from "@/lib/import/entry";

/** Entries that stand in a file twice with all that they have, their files too, in the same folders: the later ones. */
export function repeatedEntries(entries: readonly Entry[]): Set<Entry> {
  const seen = new Set<string>();
  const again = new Set<Entry>();
  for (const entry of entries) {
    const { place: _, ...whole } = entry;
    const all = JSON.stringify(whole);
    if (seen.has(all)) again.add(entry);
    seen.add(all);
  }
  return again;
}
