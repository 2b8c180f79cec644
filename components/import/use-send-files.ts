"use client";

import { useRef } from "react";
import { type AskImportedItems, type FilesSent, sendFiles } from "@/components/import/send-files";
import type { FileActions } from "@/components/items/item";
import { useWithItemKey } from "@/components/items/use-with-item-key";
import type { AskOrganizationKey } from "@/components/vault/hold-key";
import type { ImportReader } from "@/lib/import/reader";

export type SendFileActions = { getKey: AskOrganizationKey; askItems: AskImportedItems; files: FileActions };

type Given = {
  importId: string;
  reader: ImportReader;
  /** Of the page that it is done on. */
  signal: AbortSignal;
  tell: (done: number, total: number, name: string) => void;
};

/** Sends the files of an import to where its items are. Somebody can stop it: what has come stays. */
export function useSendFiles(organizationId: string | null, actions: SendFileActions) {
  const withKeyOf = useWithItemKey(actions.getKey);
  const stopping = useRef(new AbortController());

  function send({ signal, ...given }: Given): Promise<FilesSent> {
    stopping.current = new AbortController();
    return sendFiles({
      ...given,
      organizationId,
      ask: actions.askItems,
      actions: actions.files,
      withKey: withKeyOf(organizationId),
      signal: AbortSignal.any([signal, stopping.current.signal]),
    });
  }
  return { send, stop: () => stopping.current.abort() };
}
