"use client";

import { Menu as Base } from "@base-ui/react/menu";
import { createContext, type ReactNode, useContext, useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuContent, type MenuEntry } from "@/components/ui/menu";

type Entries = () => readonly MenuEntry[];

const SharedMenu = createContext<ReturnType<typeof Base.createHandle<Entries>> | null>(null);

/**
 * Around rows that have menus: they share one, because fifty roots of menus take longer to render than all else of a
 * page of fifty rows. It is not modal: while it is open, the dots of another row open theirs with one click.
 */
export function RowMenuHost({ children }: { children: ReactNode }) {
  const [handle] = useState(() => Base.createHandle<Entries>());
  return (
    <SharedMenu value={handle}>
      {children}
      <Base.Root handle={handle} modal={false}>
        {({ payload }) => <MenuContent entries={payload?.() ?? []} />}
      </Base.Root>
    </SharedMenu>
  );
}

type Props = {
  label: string;
  /** A function makes them once the menu opens: in a long list, that is nearly never. */
  entries: readonly MenuEntry[] | Entries;
};

/** The three dots at the end of a row. `label` says whose menu it is: "Options of Cobalt Manufacturing". */
export function RowMenu({ label, entries }: Props) {
  const handle = useContext(SharedMenu);
  const isThere = typeof entries === "function" || entries.length > 0;
  if (!isThere) return null;
  const make = typeof entries === "function" ? entries : () => entries;
  const trigger = <IconButton isInRow size="s" label={label} icon={<Dots />} />;
  if (!handle) return <Menu trigger={trigger} entries={make()} />;
  return <Base.Trigger handle={handle} payload={make} render={trigger} />;
}

/** Drawn here and not taken from the icons' library: its component takes as long as the rest of the button. */
function Dots() {
  return (
    <svg aria-hidden="true" viewBox="0 0 24 24" className="row-dots">
      <path d="M12 5h.01M12 12h.01M12 19h.01" />
    </svg>
  );
}
