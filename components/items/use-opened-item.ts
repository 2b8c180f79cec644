"use client";

import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useState } from "react";
import { Cancelled } from "@/components/forms/cancelled";
import { type ItemRow, keyOfOwner } from "@/components/items/item";
import type { EditedRow } from "@/components/items/use-item-form";
import { forForm } from "@/components/items/values-of-item";
import { useToast } from "@/components/ui/toast";
import { useVault } from "@/components/vault/vault-provider";
import { openSecrets } from "@/lib/vault/open-items";

/** Opens those of an item's secrets that the person may see, again for each version. Null until then. */
export function useOpenedItem(item: ItemRow, onFailed: () => void): EditedRow | null {
  const t = useTranslations("vault.item");
  const toast = useToast();
  const { withVault } = useVault();
  // A newer version that is loaded meanwhile is opened in the same way. The form keeps what is typed.
  const [opened, setOpened] = useState<EditedRow | null>(null);

  const open = useEffectEvent(async () => {
    const { content, may, organizationId, sealed } = item;
    if (!content) return onFailed();
    const seen = forForm(content, may.reveal);
    try {
      const whole = await withVault((vault) =>
        openSecrets(vault, keyOfOwner(organizationId), sealed.key, seen),
      );
      setOpened({ row: item, content, opened: whole });
    } catch (error) {
      if (!(error instanceof Cancelled)) toast.error(t("notOpened"));
      onFailed();
    }
  });
  const version = item.revisedAt.getTime();
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each version
  useEffect(() => {
    void open();
  }, [version]);
  return opened;
}
