"use client";

import { filesOfItems } from "@/components/items/files-of-items";
import type { ItemActions, ItemRow, OwnItemActions } from "@/components/items/item";
import { holdOrganizationKey } from "@/components/vault/hold-key";
import { sealing } from "@/components/vault/sealing";
import { withRenewedKey } from "@/components/vault/use-organization-key";
import { useVault } from "@/components/vault/vault-provider";
import { selectedAtOnce } from "@/lib/domain/selection";
import { slicesOf } from "@/lib/domain/slices";
import type { ActionResult } from "@/lib/http/result";
import { VaultError } from "@/lib/vault/errors";
import { inRequests } from "@/lib/vault/run-rotation";
import { sealItemsFor } from "@/lib/vault/seal-item";

export type ShareActions = Pick<ItemActions, "getKey" | "files"> & Pick<OwnItemActions, "share">;

type Input = Parameters<OwnItemActions["share"]>[0];
type Place = Pick<Input, "organizationId" | "collectionIds">;

/** Seals items of one's own anew for an organization, and sends them: in one request, if they are not very long. */
export function useShare(items: readonly ItemRow[], { getKey, share, files }: ShareActions) {
  const { withVault } = useVault();

  const seal = (place: Place): Promise<ActionResult<Input>> =>
    sealing(
      withVault(async (vault) => {
        const { organizationId } = place;
        const organizationKeyId = await holdOrganizationKey(vault, organizationId, getKey);
        const filesOf = await filesOfItems(items, files);
        const anew = await sealItemsFor(
          vault,
          organizationId,
          items.map(({ id, sealed }) => ({ ...sealed, attachments: filesOf.get(id) ?? [] })),
        );
        const shared = items.map(({ id, revisedAt }, i) => {
          const sealed = anew[i];
          // None of them is moved in part.
          if (!sealed) throw new VaultError("cannot_open");
          return { ...sealed, itemId: id, lastKnownRevisionDate: revisedAt };
        });
        return { ...place, organizationKeyId, items: shared };
      }),
    );

  const send = async (sealed: ActionResult<Input>): Promise<ActionResult<unknown>> => {
    if (!sealed.ok) return sealed;
    const { items: all, ...where } = sealed.result;
    for (const slice of slicesOf(all, selectedAtOnce))
      for (const some of inRequests(slice)) {
        const answer = await share({ ...where, items: some });
        if (!answer.ok) return withRenewedKey(answer, withVault, where.organizationId, getKey);
      }
    return { ok: true, result: null };
  };

  return { seal, send };
}
