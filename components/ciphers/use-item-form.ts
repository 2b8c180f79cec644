"use client";

import { useEffect, useRef, useState } from "react";
import { createOrChangeItem } from "@/components/ciphers/create-or-change";
import type { ItemActions, ShownItem } from "@/components/ciphers/item";
import { ItemValues, itemOf, NewItemValues, valuesOf } from "@/components/ciphers/item-values";
import { useActionForm } from "@/components/forms/use-action-form";
import { useVault } from "@/components/vault/vault-provider";
import { holdOrganizationKey, sealing, withRenewedKey } from "@/components/vaults/organization-vault";
import type { ActionResult } from "@/lib/http/result";
import { resealLogin, sealLogin } from "@/lib/vault/seal-login";

type Options = {
  /** Null for a new item. */
  item: ShownItem | null;
  /** Chosen from the start. */
  initial: { organizationId: string; collectionIds: string[] };
  actions: ItemActions;
  onDone: () => void;
};

/** What was sealed, on its way. An organization's key may have been replaced meanwhile; empty for one's own vault. */
type Sealed = { organizationId: string; send: () => Promise<ActionResult<unknown>> };

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

  const seal = (values: ItemValues): Promise<Sealed> =>
    withVault(async (vault) => {
      const { organizationId, collectionIds } = values;
      const organizationKeyId = organizationId
        ? await holdOrganizationKey(vault, organizationId, actions.getKey)
        : null;
      const ref = organizationId ? (`organization:${organizationId}` as const) : "user";
      const login = itemOf(values, before);
      if (item) {
        const sealed = await resealLogin(vault, ref, item.key, login);
        const update = {
          ...sealed,
          cipherId: item.id,
          organizationKeyId,
          lastKnownRevisionDate: item.revisedAt,
        };
        return { organizationId, send: () => actions.update(update) };
      }
      const owner = { organizationId: organizationId || null, collectionIds: [...collectionIds].sort() };
      const cipherId = idFor(owner);
      const create = { ...(await sealLogin(vault, ref, login)), cipherId, organizationKeyId, ...owner };
      return { organizationId, send: () => createOrChangeItem(actions, create) };
    });

  const form = useActionForm({
    schema: item ? ItemValues : NewItemValues,
    defaultValues: valuesOf(before, initial.organizationId, initial.collectionIds),
    seal: (values: ItemValues) => sealing(seal(values)),
    action: async (sealed: ActionResult<Sealed>) => {
      if (!sealed.ok) return sealed;
      const { organizationId, send } = sealed.result;
      return withRenewedKey(await send(), withVault, organizationId, actions.getKey);
    },
    onDone,
  });

  const version = item?.revisedAt.getTime();
  const shownVersion = useRef(version);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each version that was loaded
  useEffect(() => {
    if (version === shownVersion.current) return;
    shownVersion.current = version;
    // What was typed here stays, and everything else is as somebody else has left it.
    form.rebase(valuesOf(before, initial.organizationId, initial.collectionIds));
  }, [version]);
  return form;
}
