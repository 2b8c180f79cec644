"use client";

import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";

/** What somebody was about to do, while they are asked. */
let leaving: (() => void) | null = null;
const listeners = new Set<() => void>();

function set(next: (() => void) | null) {
  leaving = next;
  for (const listener of listeners) listener();
}

/** Asks whether what is typed on the page may be lost, and goes on only then. */
export const askToLeave = (leave: () => void): void => set(leave);

/** Stands once, around everything. */
export function LeaveQuestion() {
  const t = useTranslations("ui.unsaved");
  const leave = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => leaving,
    () => null,
  );

  function discard() {
    set(null);
    leave?.();
  }

  return (
    <ConfirmDialog
      open={leave !== null}
      onOpenChange={(open) => open || set(null)}
      title={t("question")}
      confirm={t("discard")}
      keep={t("keep")}
      onConfirm={discard}
    >
      {t("text")}
    </ConfirmDialog>
  );
}
