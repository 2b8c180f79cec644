"use client";

import { EllipsisVertical } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, type MenuEntry } from "@/components/ui/menu";

/** The three dots at the end of a row. `label` says whose menu it is: "Options of Cobalt Manufacturing". */
export function RowMenu({ label, entries }: { label: string; entries: readonly MenuEntry[] }) {
  if (entries.length === 0) return null;
  return (
    <Menu trigger={<IconButton size="s" label={label} icon={<EllipsisVertical />} />} entries={entries} />
  );
}
