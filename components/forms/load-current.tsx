"use client";

import { useTranslations } from "next-intl";
import { useLoadCurrent } from "@/components/forms/use-load-current";
import { Button } from "@/components/ui/button";

/** Loads the page anew and closes the dialog: what the dialog was about is another by now, or gone. */
export function LoadCurrent({ onClose }: { onClose: () => void }) {
  const t = useTranslations("ui.stale");
  const { isLoading, load } = useLoadCurrent();
  return (
    <Button
      busy={isLoading}
      onClick={() => {
        load();
        onClose();
      }}
    >
      {t("load")}
    </Button>
  );
}
