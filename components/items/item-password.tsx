"use client";

import { Eye, EyeOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { CopyButton } from "@/components/ui/copy-button";
import { DescriptionRow } from "@/components/ui/description-row";
import { IconButton } from "@/components/ui/icon-button";
import { SecretText } from "@/components/ui/secret-text";
import type { ReportedEvent } from "@/lib/domain/cipher/inputs";

type Props = { password: string; mayReveal: boolean; onEvent: (what: ReportedEvent) => void };

/** A password: hidden until asked for; each look and each copy is reported. */
export function ItemPassword({ password, mayReveal, onEvent }: Props) {
  const t = useTranslations("vault.item");
  const [revealed, setRevealed] = useState(false);

  function toggle() {
    if (!revealed) onEvent("password_revealed");
    setRevealed(!revealed);
  }

  if (!mayReveal)
    return (
      <DescriptionRow label={t("password")}>
        <span className="font-normal text-muted">{t("hiddenByPermission")}</span>
      </DescriptionRow>
    );
  return (
    <DescriptionRow
      label={t("password")}
      actions={
        <>
          <IconButton
            size="s"
            label={t(revealed ? "hide" : "reveal")}
            icon={revealed ? <EyeOff aria-hidden="true" /> : <Eye aria-hidden="true" />}
            onClick={toggle}
          />
          <CopyButton
            label={t("copyPassword")}
            value={async () => {
              onEvent("password_copied");
              return password;
            }}
          />
        </>
      }
    >
      <SecretText value={password} revealed={revealed} />
    </DescriptionRow>
  );
}
