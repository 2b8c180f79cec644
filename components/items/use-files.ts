"use client";

import { useEffect, useMemo, useState } from "react";
import { Cancelled } from "@/components/forms/cancelled";
import { filesOfItems } from "@/components/items/files-of-items";
import { type ItemActions, type ItemRow, keyOfOwner, type ServedFile } from "@/components/items/item";
import { useWithItemKey } from "@/components/items/use-with-item-key";
import type { Failure } from "@/lib/http/result";

/** A file of an item. Without a name, it does not open. */
export type OpenedFile = ServedFile & { name: string | null };

/** The files of an item, asked for and opened anew with each version of it. Null until then. */
export function useFiles(item: ItemRow, { getKey, files: actions }: Pick<ItemActions, "getKey" | "files">) {
  const withKeyOf = useWithItemKey(getKey);
  const { id, organizationId, sealed } = item;
  const [files, setFiles] = useState<OpenedFile[] | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [tries, setTries] = useState(0);

  const withKey = useMemo(() => withKeyOf(organizationId), [withKeyOf, organizationId]);
  const version = item.revisedAt.getTime();
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each version and try
  useEffect(() => {
    let isCurrent = true;
    void withKey(async (vault) => {
      const served = (await filesOfItems([{ id }], actions)).get(id) ?? [];
      if (served.length === 0) return [];
      const open = Object.fromEntries(served.map((file) => [file.id, file.fileName]));
      const [opened] = await vault.openItems(keyOfOwner(organizationId), [
        { key: sealed.key, open, check: {} },
      ]);
      return served.map((file) => ({ ...file, name: (opened?.ok ? opened.texts[file.id] : null) ?? null }));
    }).then(
      (answer) => {
        if (!isCurrent) return;
        if (answer.ok) setFiles(answer.result);
        setFailure(answer.ok ? null : answer.failure);
      },
      (error) => {
        if (!(error instanceof Cancelled)) throw error;
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [id, version, tries]);

  function tryAgain() {
    setFailure(null);
    setTries(tries + 1);
  }

  return { files, failure, tryAgain, withKey };
}
