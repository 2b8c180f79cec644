"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";

/** Loads the page anew and closes the dialog: what the dialog was about is another by now, or gone. */
export function LoadCurrent({ onClose }: { onClose: () => void }) {
  const t = useTranslations("ui.stale");
  const router = useRouter();
  const [isReloading, startReload] = useTransition();

  function reload() {
    startReload(() => router.refresh());
    onClose();
  }

  return (
    <Button busy={isReloading} onClick={reload}>
      {t("load")}
    </Button>
  );
}
