"use client";

import { type ReactNode, useEffect, useState } from "react";
import { Cancelled } from "@/components/forms/cancelled";
import type { ItemRow } from "@/components/items/item";
import { RepromptDialog } from "@/components/items/reprompt-dialog";
import { type Later, later } from "@/components/vault/later";

/** Lets an act wait for the master password. It rejects with `Cancelled` when the person does not want to type it. */
export type AskReprompt = (item: ItemRow) => Promise<void>;

/** Asks for the master password, where an item wants it, before something of the item is handed out. */
export function useReprompt(isConfirmed: (item: ItemRow) => boolean): {
  ask: AskReprompt;
  dialog: ReactNode;
} {
  const [waiting, setWaiting] = useState<Later | null>(null);
  // Also when a lock takes the page away.
  useEffect(() => () => waiting?.reject(new Cancelled()), [waiting]);

  async function ask(item: ItemRow): Promise<void> {
    if (isConfirmed(item)) return;
    const next = later();
    setWaiting(next);
    return next.promise;
  }

  const dialog = waiting ? (
    <RepromptDialog
      onConfirmed={() => {
        waiting.resolve();
        setWaiting(null);
      }}
      onClose={() => setWaiting(null)}
    />
  ) : null;
  return { ask, dialog };
}
