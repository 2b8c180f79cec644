"use client";

import { usePathname } from "next/navigation";
import { activeHref, type NavEntry } from "@/components/shell/nav-entry";
import { NavLink } from "@/components/shell/nav-link";

/** The navigation of the side bar, two levels deep. */
export function NavTree({ entries }: { entries: readonly NavEntry[] }) {
  const active = activeHref(usePathname(), entries);
  return (
    <ul className="flex flex-col gap-0.5">
      {entries.map((entry) => (
        <li key={entry.label}>
          {entry.children ? (
            <Group entry={entry} items={entry.children} active={active} />
          ) : (
            <NavLink entry={entry} current={entry.href === active} />
          )}
        </li>
      ))}
    </ul>
  );
}

type GroupProps = { entry: NavEntry; items: readonly NavEntry[]; active: string | null };

function Group({ entry, items, active }: GroupProps) {
  return (
    <>
      <NavLink entry={entry} open={items.some(({ href }) => href === active)} />
      <ul className="mt-0.5 flex flex-col gap-0.5">
        {items.map((item) => (
          <li key={item.label}>
            <NavLink entry={item} nested current={item.href === active} />
          </li>
        ))}
      </ul>
    </>
  );
}
