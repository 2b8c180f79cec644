"use client";

import { useCallback, useEffect, useState } from "react";
import { Cancelled } from "@/components/forms/cancelled";
import { filesOfItems } from "@/components/items/files-of-items";
import { type ItemActions, type ItemRow, keyOfOwner, type ServedFile } from "@/components/items/item";
import { holdOrganizationKey } from "@/components/vault/hold-key";
import { sealing } from "@/components/vault/sealing";
import { useVault } from "@/components/vault/vault-provider";
import type { Failure } from "@/lib/http/result";
import type { Vault } from "@/lib/vault/vault";

/** A file of an item. Without a name, it does not open. */
export type OpenedFile = ServedFile & { name: string | null };

/** Work with a vault that holds the key of the item's owner. */
export type WithItemKey = <Made>(act: (vault: Vault) => Promise<Made>) => ReturnType<typeof sealing<Made>>;

/** The files of an item, asked for and opened anew with each version of it. Null until then. */
export function useFiles(item: ItemRow, { getKey, files: actions }: Pick<ItemActions, "getKey" | "files">) {
  const { withVault } = useVault();
  const { id, organizationId, sealed } = item;
  const [files, setFiles] = useState<OpenedFile[] | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);

  const withKey: WithItemKey = useCallback(
    (act) =>
      sealing(
        withVault(async (vault) => {
          if (organizationId) await holdOrganizationKey(vault, organizationId, getKey);
          return act(vault);
        }),
      ),
    [withVault, organizationId, getKey],
  );

  const version = item.revisedAt.getTime();
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each version
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
  }, [id, version]);

  return { files, failure, withKey };
}
