"use client";

import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useState } from "react";
import { Cancelled } from "@/components/forms/cancelled";
import type { ItemActions, ItemRow } from "@/components/items/item";
import { ItemDialog } from "@/components/items/item-dialog";
import type { EditedRow } from "@/components/items/use-item-form";
import { useOpenSecret } from "@/components/items/use-open-secret";
import { useToast } from "@/components/ui/toast";

type Props = { item: ItemRow; actions: ItemActions; onClose: () => void };

/** Opens an item's password, and then shows the form in which it can be seen and changed. */
export function OpenForEdit({ item, actions, onClose }: Props) {
  const t = useTranslations("vault.item");
  const toast = useToast();
  const openSecret = useOpenSecret(item);
  // A newer version that is loaded meanwhile is opened in the same way. The form keeps what is typed.
  const [edited, setEdited] = useState<EditedRow | null>(null);

  const open = useEffectEvent(async () => {
    const { content, may } = item;
    if (!content) return onClose();
    const { password } = content.data;
    try {
      setEdited({ row: item, content, password: password && may.reveal ? await openSecret(password) : null });
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
      initial={{ organizationId: item.organizationId ?? "", collectionIds: [] }}
      actions={actions}
      onClose={onClose}
    />
  ) : null;
}
