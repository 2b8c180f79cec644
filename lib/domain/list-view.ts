import { z } from "zod";
import { SearchText } from "@/lib/domain/search";

export const directions = ["ascending", "descending"] as const;
export type Direction = (typeof directions)[number];

/** Longer than any cursor is. What is no cursor of the list starts it at its beginning. */
const longestCursor = 5000;

/**
 * How a list is looked at, in the same words in every address: what is searched for, by what it is sorted, in which
 * direction, and where the page begins. Addresses are typed by hand too: a word that the list does not know is passed
 * over.
 *
 * @param sorts what the list can be sorted by; by the first if nothing is said.
 * @param usual the direction if nothing is said.
 */
export const listView = <Sort extends string>(
  sorts: readonly [Sort, ...Sort[]],
  usual: Direction = "ascending",
) => ({
  search: SearchText.default(""),
  sort: z.enum(sorts).default(sorts[0]).catch(sorts[0]),
  direction: z.enum(directions).default(usual).catch(usual),
  cursor: z.string().max(longestCursor).nullable().default(null).catch(null),
});

/** One of the filters of a list; all of it when no filter is named. */
export const listFilter = <Filter extends string>(filters: readonly [Filter, ...Filter[]]) =>
  z.enum(filters).nullable().default(null).catch(null);

/** The same for a list of one order, which cannot be searched: the server knows it, and the names in it are sealed. */
export const pageOnly = () => {
  const { cursor } = listView(["age"]);
  return { cursor };
};
