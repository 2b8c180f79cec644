"use client";

import { Menu as Base } from "@base-ui/react/menu";
import { EllipsisVertical } from "lucide-react";
import { createContext, type ReactNode, useContext, useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuContent, type MenuEntry } from "@/components/ui/menu";

const SharedMenu = createContext<ReturnType<typeof Base.createHandle<readonly MenuEntry[]>> | null>(null);

/**
 * Around rows that have menus: they share one, because fifty roots of menus take longer to render than all else of a
 * page of fifty rows.
 */
export function RowMenuHost({ children }: { children: ReactNode }) {
  const [handle] = useState(() => Base.createHandle<readonly MenuEntry[]>());
  return (
    <SharedMenu value={handle}>
      {children}
      <Base.Root handle={handle}>{({ payload = [] }) => <MenuContent entries={payload} />}</Base.Root>
    </SharedMenu>
  );
}

/** The three dots at the end of a row. `label` says whose menu it is: "Options of Cobalt Manufacturing". */
export function RowMenu({ label, entries }: { label: string; entries: readonly MenuEntry[] }) {
  const handle = useContext(SharedMenu);
  if (entries.length === 0) return null;
  const trigger = <IconButton isInRow size="s" label={label} icon={<EllipsisVertical />} />;
  if (!handle) return <Menu trigger={trigger} entries={entries} />;
  return <Base.Trigger handle={handle} payload={entries} render={trigger} />;
}
