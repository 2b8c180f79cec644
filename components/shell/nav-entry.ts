import type { ReactNode } from "react";

export type NavEntry = {
  label: string;
  href: string;
  /** Another address whose pages belong to it. */
  alsoUnder?: string;
  /** Whether it is no entry for the pages below it: the root of an area, below which others have the pages. */
  alone?: boolean;
  icon?: ReactNode;
  /** How many things wait there; nothing is shown for 0. */
  badge?: number;
  /** The group opens when one of them is where the person is. Its own `href` leads to the first of them. */
  children?: readonly NavEntry[];
};

/** Whether a page lies at or under an entry's address. */
export const isUnder = (pathname: string, href: string) =>
  pathname === href || pathname.startsWith(`${href}/`);

/**
 * The entry that a page belongs to: the one with the longest address that the page's address begins with. So an
 * entry for the root of an area is not marked on every page of the area. An address that leads nowhere has none.
 */
export function activeHref(pathname: string, entries: readonly NavEntry[]): string | null {
  const leaves = entries.flatMap((entry) => entry.children ?? [entry]);
  const above = leaves
    .flatMap(({ href, alsoUnder = href, alone = false }) =>
      [href, alsoUnder].map((address) => ({ href, address, alone })),
    )
    .filter(({ address, alone }) => (alone ? pathname === address : isUnder(pathname, address)))
    .sort((a, b) => b.address.length - a.address.length);
  return above[0]?.href ?? null;
}
