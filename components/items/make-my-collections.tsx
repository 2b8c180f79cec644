"use client";

import { useEffect } from "react";
import type { z } from "zod";
import { reach } from "@/components/forms/reach";
import { useVaultKeeper } from "@/components/vault/vault-context";
import type { MakeMyCollection } from "@/lib/domain/collection/inputs";
import type { Act } from "@/lib/http/result";
import type { SentContents } from "@/lib/operations/item/sync-my-vault";
import { sealCollectionName } from "@/lib/vault/seal-collection";
import type { Vault } from "@/lib/vault/vault";

type Owed = SentContents["owed"];
export type MakeMine = Act<z.input<typeof MakeMyCollection>, { made: number }>;

/**
 * Makes the collections of one's own that are still to be made, once the vault is open and holds the organization's
 * key. One tab at a time does it; what does not work is tried again when the page is opened the next time.
 */
export function MakeMyCollections({ owed, make }: { owed: Owed; make: MakeMine }) {
  const { vault } = useVaultKeeper();
  const which = owed.map(({ organizationId }) => organizationId).join(" ");
  // biome-ignore lint/correctness/useExhaustiveDependencies: a page that is rendered again asks for the same
  useEffect(() => {
    if (which === "") return;
    const makeAll = async () => {
      for (const { organizationId, name } of owed) await makeOne(vault, organizationId, name, make);
    };
    // The vault works without them, whatever went wrong.
    navigator.locks.request("trousseau-my-collections", makeAll).catch(() => {});
  }, [which, vault]);
  return null;
}

async function makeOne(vault: Vault, organizationId: string, name: string, make: MakeMine) {
  const organizationKeyId = await vault.organizationKeyId(`organization:${organizationId}`);
  if (organizationKeyId === null) return;
  const sealed = await sealCollectionName(vault, organizationId, name);
  await reach(make({ organizationId, organizationKeyId, collectionId: crypto.randomUUID(), name: sealed }));
}
