"use client";

import { useState } from "react";
import { createOrChangeItem } from "@/components/ciphers/create-or-change";
import type { ItemActions, ShownItem } from "@/components/ciphers/item";
import { ItemValues, itemOf, NewItemValues, valuesOf } from "@/components/ciphers/item-values";
import { useActionForm } from "@/components/forms/use-action-form";
import { useVault } from "@/components/vault/vault-provider";
import { holdOrganizationKey, sealing, sendSealed } from "@/components/vaults/organization-vault";
import { resealLogin, sealLogin } from "@/lib/vault/seal-login";

type Options = {
  /** Null for a new item. */
  item: ShownItem | null;
  /** Chosen from the start. */
  initial: { organizationId: string; collectionIds: string[] };
  actions: ItemActions;
  onDone: () => void;
};

/** Seals what was typed, new under a key of its own and changed under the key it has, and sends it. */
export function useItemForm({ item, initial, actions, onDone }: Options) {
  const { withVault } = useVault();
  // An item's place cannot be changed by sending it again: each place that is tried has an id of its own.
  const [ids] = useState(() => new Map<string, string>());
  const idFor = (place: unknown) => {
    const key = JSON.stringify(place);
    const id = ids.get(key) ?? crypto.randomUUID();
    ids.set(key, id);
    return id;
  };
  const before = item?.content ?? null;

  const seal = (values: ItemValues) =>
    withVault(async (vault) => {
      const { organizationId, collectionIds } = values;
      if (organizationId) await holdOrganizationKey(vault, organizationId, actions.getKey);
      const ref = organizationId ? (`organization:${organizationId}` as const) : "user";
      const login = itemOf(values, before);
      if (item) {
        const sealed = await resealLogin(vault, ref, item.key, login);
        return {
          ...sealed,
          cipherId: item.id,
          lastKnownRevisionDate: item.revisedAt,
          kind: "update" as const,
        };
      }
      const owner = { organizationId: organizationId || null, collectionIds: [...collectionIds].sort() };
      const cipherId = idFor(owner);
      return { ...(await sealLogin(vault, ref, login)), cipherId, ...owner, kind: "create" as const };
    });

  return useActionForm({
    schema: item ? ItemValues : NewItemValues,
    defaultValues: valuesOf(before, initial.organizationId, initial.collectionIds),
    seal: (values) => sealing(seal(values)),
    action: sendSealed((sealed: Awaited<ReturnType<typeof seal>>) => {
      if (sealed.kind === "update") {
        const { kind: _, ...update } = sealed;
        return actions.update(update);
      }
      const { kind: _, ...create } = sealed;
      return createOrChangeItem(actions, create);
    }),
    onDone,
  });
}
