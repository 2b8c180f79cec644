"use client";

import { Eye, EyeOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Cancelled } from "@/components/forms/cancelled";
import { CopyButton } from "@/components/ui/copy-button";
import { DescriptionRow } from "@/components/ui/description-row";
import { IconButton } from "@/components/ui/icon-button";
import { SecretText } from "@/components/ui/secret-text";
import type { ReportedEvent } from "@/lib/domain/item/inputs";
import type { StillSealed } from "@/lib/vault/item";

type Props = {
  sealed: StillSealed;
  open: (secret: StillSealed) => Promise<string>;
  mayReveal: boolean;
  onEvent: (what: ReportedEvent) => void;
};

/** A password. It stays sealed until it is shown or copied. Showing and copying are reported to the log. */
export function ItemPassword({ sealed, open, mayReveal, onEvent }: Props) {
  const t = useTranslations("vault.item");
  const [shown, setShown] = useState<string | null>(null);
  const [hasFailed, setFailed] = useState(false);

  /** Opens it; why that fails is said here. */
  async function opened(): Promise<string> {
    setFailed(false);
    try {
      return await open(sealed);
    } catch (error) {
      if (!(error instanceof Cancelled)) setFailed(true);
      throw error;
    }
  }

  const reveal = () =>
    opened().then(
      (password) => {
        setShown(password);
        onEvent("password_revealed");
      },
      () => {},
    );

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
            label={t(shown === null ? "reveal" : "hide")}
            icon={shown === null ? <Eye aria-hidden="true" /> : <EyeOff aria-hidden="true" />}
            onClick={() => (shown === null ? reveal() : setShown(null))}
          />
          <CopyButton label={t("copyPassword")} value={opened} onCopied={() => onEvent("password_copied")} />
        </>
      }
    >
      <SecretText value={shown ?? ""} revealed={shown !== null} />
      {hasFailed ? (
        <span role="alert" className="block font-normal text-bad text-label">
          {t("notOpened")}
        </span>
      ) : null}
    </DescriptionRow>
  );
}
