"use client";

import { Menu as Base } from "@base-ui/react/menu";
import { Fragment, type ReactElement, type ReactNode } from "react";
import { AppLink } from "@/components/ui/app-link";
import { cx } from "@/components/ui/cx";
import { menuItem, menuPopup, menuRule } from "@/components/ui/menu-style";

export type MenuEntry = {
  label: string;
  icon?: ReactNode;
  /** `danger` for what takes something away. */
  tone?: "plain" | "danger";
  disabled?: boolean;
  /** Why it is disabled. */
  why?: string;
  /** A rule above it, unless it is the first. */
  divided?: boolean;
} & ({ href: string } | { onSelect: () => void });

type Props = {
  /** A Button or IconButton. */
  trigger: ReactElement;
  entries: readonly MenuEntry[];
  align?: "start" | "end";
  /** Whether it is open as it appears: somebody has asked for it already. */
  defaultOpen?: boolean;
};

export function Menu({ trigger, entries, align = "end", defaultOpen = false }: Props) {
  return (
    <Base.Root defaultOpen={defaultOpen}>
      <Base.Trigger render={trigger} />
      <MenuContent entries={entries} align={align} />
    </Base.Root>
  );
}

/** What opens: it stands inside the root of a menu. */
export function MenuContent({ entries, align = "end" }: Pick<Props, "entries" | "align">) {
  return (
    <Base.Portal>
      <Base.Positioner align={align} sideOffset={6} className="z-60 outline-none">
        <Base.Popup className={menuPopup}>
          {entries.map((entry, index) => (
            <Fragment key={entry.label}>
              {entry.divided && index > 0 ? <Base.Separator className={menuRule} /> : null}
              <Entry entry={entry} />
            </Fragment>
          ))}
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  );
}

function Entry({ entry }: { entry: MenuEntry }) {
  const look = cx(menuItem, entry.tone === "danger" && "text-bad data-highlighted:bg-bad-tint");
  const content = (
    <>
      <span className={entry.tone === "danger" ? "" : "text-muted"}>{entry.icon}</span>
      {entry.why ? (
        <span>
          {entry.label}
          <span className="block text-label">{entry.why}</span>
        </span>
      ) : (
        entry.label
      )}
    </>
  );
  if ("href" in entry) {
    return (
      <Base.LinkItem closeOnClick render={<AppLink href={entry.href} />} className={look}>
        {content}
      </Base.LinkItem>
    );
  }
  return (
    <Base.Item disabled={entry.disabled ?? false} onClick={entry.onSelect} className={look}>
      {content}
    </Base.Item>
  );
}
