"use client";

import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useState } from "react";
import { Cancelled } from "@/components/forms/cancelled";
import { type ItemActions, type ItemRow, keyOfOwner } from "@/components/items/item";
import { ItemDialog } from "@/components/items/item-dialog";
import type { EditedRow } from "@/components/items/use-item-form";
import { forForm, valuesOf } from "@/components/items/values-of-item";
import { useToast } from "@/components/ui/toast";
import { useVault } from "@/components/vault/vault-provider";
import { openSecrets } from "@/lib/vault/open-items";

type Props = { item: ItemRow; actions: ItemActions; onClose: () => void };

/** Opens an item's secrets, and then shows the form in which they can be seen and changed. */
export function OpenForEdit({ item, actions, onClose }: Props) {
  const t = useTranslations("vault.item");
  const toast = useToast();
  const { withVault } = useVault();
  // A newer version that is loaded meanwhile is opened in the same way. The form keeps what is typed.
  const [edited, setEdited] = useState<EditedRow | null>(null);

  const open = useEffectEvent(async () => {
    const { content, may, organizationId, sealed } = item;
    if (!content) return onClose();
    const seen = forForm(content, may.reveal);
    try {
      const opened = await withVault((vault) =>
        openSecrets(vault, keyOfOwner(organizationId), sealed.key, seen),
      );
      setEdited({ row: item, content, opened });
    } catch (error) {
      if (!(error instanceof Cancelled)) toast.error(t("notOpened"));
      onClose();
    }
  });
  const version = item.revisedAt.getTime();
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each version
  useEffect(() => {
    void open();
  }, [version]);

  return edited ? (
    <ItemDialog
      edited={edited}
      owners={[]}
      initial={valuesOf(edited.opened, edited.row.sealed.reprompt === "password", {
        organizationId: item.organizationId ?? "",
        collectionIds: [],
      })}
      actions={actions}
      onClose={onClose}
    />
  ) : null;
}
