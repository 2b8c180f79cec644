"use client";

import { useTranslations } from "next-intl";
import { Dialog, DialogCancel } from "@/components/ui/dialog";
import { UnlockForm } from "@/components/vault/unlock-form";
import { useUnlock } from "@/components/vault/use-unlock";

/** Asks for the master password in place, over whatever somebody was about to do. */
export function UnlockDialog({ onCancel }: { onCancel: () => void }) {
  const t = useTranslations("common.vault");
  const unlock = useUnlock();
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onCancel()}
      title={t("dialogTitle")}
      description={unlock.email ? t("dialogText", { email: unlock.email }) : t("dialogTextPlain")}
    >
      <UnlockForm unlock={unlock} size="m">
        <DialogCancel />
      </UnlockForm>
    </Dialog>
  );
}
