"use client";

import { Paperclip } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { Button } from "@/components/ui/button";

type Props = {
  onChosen: (files: readonly File[]) => void;
  /** While one that was chosen is on its way. */
  busy?: boolean;
};

/** The button by which somebody chooses files of their device. The same file can be chosen again. */
export function ChooseFiles({ onChosen, busy = false }: Props) {
  const t = useTranslations("vault.files");
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t("add")}
        onChange={({ currentTarget }) => {
          const chosen = [...(currentTarget.files ?? [])];
          currentTarget.value = "";
          onChosen(chosen);
        }}
      />
      <Button
        variant="quiet"
        icon={<Paperclip aria-hidden="true" />}
        busy={busy}
        onClick={() => input.current?.click()}
      >
        {t("add")}
      </Button>
    </>
  );
}
