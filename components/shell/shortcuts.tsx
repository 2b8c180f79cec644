"use client";

import { useMemo } from "react";
import { ShortcutsDialog } from "@/components/shell/shortcuts-dialog";
import { closeShortcuts, openShortcuts, useShortcutsOpen } from "@/components/shell/shortcuts-dialog-state";
import { useShortcuts } from "@/components/shell/use-shortcuts";
import { useLeaveFor } from "@/components/ui/unsaved";

/** Where `g c` and `g m` lead; an address left out turns its keys off. */
export type ShortcutHrefs = { clients?: string; members?: string };

/** The keys that work on every page of the shell. */
export function Shortcuts({ hrefs: { clients, members } }: { hrefs: ShortcutHrefs }) {
  const leaveFor = useLeaveFor();
  const open = useShortcutsOpen();

  const acts = useMemo(
    () => ({
      "?": openShortcuts,
      ...(clients ? { "g c": () => leaveFor(clients) } : {}),
      ...(members ? { "g m": () => leaveFor(members) } : {}),
    }),
    [leaveFor, clients, members],
  );
  useShortcuts(acts);

  return (
    <ShortcutsDialog
      open={open}
      onClose={closeShortcuts}
      clients={Boolean(clients)}
      members={Boolean(members)}
    />
  );
}
