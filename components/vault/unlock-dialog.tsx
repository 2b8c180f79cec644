"use client";

import { useTranslations } from "next-intl";
import { Dialog, DialogCancel, DialogFooter } from "@/components/ui/dialog";
import { SessionEnded } from "@/components/vault/session-ended";
import { UnlockForm } from "@/components/vault/unlock-form";
import { useUnlock } from "@/components/vault/use-unlock";

/** Asks for the master password in place, over whatever somebody was about to do. */
export function UnlockDialog({ onCancel }: { onCancel: () => void }) {
  const t = useTranslations("common.vault");
  const unlock = useUnlock();
  const text = unlock.email ? t("dialogText", { email: unlock.email }) : t("dialogTextPlain");
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onCancel()}
      title={t("dialogTitle")}
      description={unlock.hasNobody ? null : text}
    >
      {unlock.hasNobody ? (
        <div className="flex flex-col gap-4">
          <SessionEnded aside />
          <DialogFooter>
            <DialogCancel />
          </DialogFooter>
        </div>
      ) : (
        <UnlockForm unlock={unlock} size="m">
          <DialogCancel />
        </UnlockForm>
      )}
    </Dialog>
  );
}
