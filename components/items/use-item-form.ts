"use client";

import { useState } from "react";
import { useActionForm } from "@/components/forms/use-action-form";
import { createOrChangeItem } from "@/components/items/create-or-change";
import { type ItemActions, type ItemRow, keyOfOwner } from "@/components/items/item";
import { editOf, itemOf } from "@/components/items/item-of-values";
import { ItemValues, NewItemValues } from "@/components/items/item-values";
import type { ItemOfFiles } from "@/components/items/transfer";
import { useConflicts } from "@/components/items/use-conflicts";
import { holdOrganizationKey } from "@/components/vault/hold-key";
import { sealing } from "@/components/vault/sealing";
import { withRenewedKey } from "@/components/vault/use-organization-key";
import { useVault } from "@/components/vault/vault-provider";
import type { ActionResult } from "@/lib/http/result";
import type { OpenItem, ShownItem } from "@/lib/vault/item";
import { resealItem, sealItem } from "@/lib/vault/seal-item";

/** An item that is being changed, and those of its secrets that the person may see. */
export type EditedRow = { row: ItemRow; content: ShownItem; opened: OpenItem };

type Options = {
  /** Null for a new item. */
  edited: EditedRow | null;
  /** What the form begins with. */
  initial: ItemValues;
  actions: ItemActions;
  onDone: (item: ItemOfFiles) => Promise<void>;
};

/** What was sealed, on its way. An organization's key may have been replaced meanwhile; empty for one's own vault. */
type Sealed = { organizationId: string; item: ItemOfFiles; send: () => Promise<ActionResult<unknown>> };

/** Seals what was typed, new under a key of its own and changed under the key it has, and sends it. */
export function useItemForm({ edited, initial, actions, onDone }: Options) {
  const { withVault } = useVault();
  // An item cannot be moved by sending it again: for each owner and collections that are tried, there is an id.
  const [ids] = useState(() => new Map<string, string>());
  const idFor = (keptIn: unknown) => {
    const key = JSON.stringify(keptIn);
    const id = ids.get(key) ?? crypto.randomUUID();
    ids.set(key, id);
    return id;
  };

  const seal = (values: ItemValues): Promise<Sealed> =>
    withVault(async (vault) => {
      const { organizationId, collectionIds } = values;
      const reprompt = values.reprompt ? ("password" as const) : ("none" as const);
      const organizationKeyId = organizationId
        ? await holdOrganizationKey(vault, organizationId, actions.getKey)
        : null;
      const ref = keyOfOwner(organizationId || null);
      if (edited) {
        const { row, content, opened } = edited;
        const mayReveal = row.may.reveal;
        const { item: edit, passwordChanged } = editOf(values, content, opened, {
          mayReveal,
          now: new Date(),
        });
        const sealed = await resealItem(vault, ref, row.sealed.key, edit);
        const which = {
          itemId: row.id,
          organizationKeyId,
          lastKnownRevisionDate: row.revisedAt,
          reprompt,
          passwordChanged,
        };
        const item = { id: row.id, organizationId: row.organizationId, sealed };
        return { organizationId, item, send: () => actions.update({ ...sealed, ...which }) };
      }
      const owner = { organizationId: organizationId || null, collectionIds: [...collectionIds].sort() };
      const itemId = idFor(owner);
      const sealed = await sealItem(vault, ref, itemOf(values));
      const create = {
        ...sealed,
        itemId,
        organizationKeyId,
        reprompt,
        ...owner,
      };
      const item = { id: itemId, organizationId: owner.organizationId, sealed };
      return { organizationId, item, send: () => createOrChangeItem(actions, create) };
    });

  const form = useActionForm({
    schema: edited ? ItemValues : NewItemValues,
    defaultValues: initial,
    seal: (values: ItemValues) => sealing(seal(values)),
    action: async (sealed: ActionResult<Sealed>) => {
      if (!sealed.ok) return sealed;
      const { organizationId, item, send } = sealed.result;
      const answer = await withRenewedKey(await send(), withVault, organizationId, actions.getKey);
      return answer.ok ? { ok: true as const, result: item } : answer;
    },
    onDone,
    kept: `item ${edited?.row.id ?? `new ${initial.type}`}`,
  });

  return { form, conflicts: useConflicts(form, edited?.row.revisedAt.getTime(), initial) };
}
