"use client";

import { useRef, useState } from "react";
import { useKept } from "@/components/forms/kept";
import type { ItemActions } from "@/components/items/item";
import type { NewFile } from "@/components/items/new-file";
import { type ItemOfFiles, upload } from "@/components/items/transfer";
import { useTransfer } from "@/components/items/use-transfer";
import { useWithItemKey } from "@/components/items/use-with-item-key";

type Options = {
  initial: readonly NewFile[];
  actions: Pick<ItemActions, "getKey" | "files">;
  /** Under which name they come back after a lock. */
  kept: string;
};

/** Files that are chosen in a form, and sent once what it makes or changes is saved. */
export function useNewFiles({ initial, actions, kept }: Options) {
  const [files, setFiles] = useKept<readonly NewFile[]>(kept, initial);
  const [savedItem, setSavedItem] = useState<ItemOfFiles | null>(null);
  const left = useRef(files);
  left.current = files;
  const withKeyOf = useWithItemKey(actions.getKey);
  const transfer = useTransfer();

  async function sendOne(item: ItemOfFiles, file: NewFile) {
    const { name } = file;
    const way = file.isCopied ? ("down" as const) : ("up" as const);
    const read = await transfer.run({ way, name }, (rest) => file.read({ ...rest, actions: actions.files }));
    if (!read) return null;
    const withKey = withKeyOf(item.organizationId);
    return transfer.run({ way: "up", name }, (rest) =>
      upload(item, read.result, { ...rest, withKey, actions: actions.files }),
    );
  }

  /** Sends what is left, one after the other. False when one of them did not go. */
  async function send(item: ItemOfFiles): Promise<boolean> {
    if (left.current.length > 0) setSavedItem(item);
    for (const file of left.current) {
      if (!(await sendOne(item, file))) return false;
      left.current = left.current.filter(({ id }) => id !== file.id);
      setFiles(left.current);
    }
    return true;
  }

  const idsOf = (all: readonly NewFile[]) => all.map(({ id }) => id).join();
  const isChanged = idsOf(files) !== idsOf(initial);
  return { files, setFiles, savedItem, send, ...transfer, isChanged };
}

export type NewFiles = ReturnType<typeof useNewFiles>;
