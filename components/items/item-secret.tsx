"use client";

import { Eye, EyeOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Cancelled } from "@/components/forms/cancelled";
import { CopyButton } from "@/components/ui/copy-button";
import { DescriptionRow } from "@/components/ui/description-row";
import { IconButton } from "@/components/ui/icon-button";
import { SecretText } from "@/components/ui/secret-text";
import type { StillSealed } from "@/lib/vault/item";

export type OpenSecret = (secret: StillSealed) => Promise<string>;

type Props = {
  label: string;
  sealed: StillSealed;
  open: OpenSecret;
  mayReveal: boolean;
  /** Said under it. */
  note?: ReactNode;
  onReveal?: () => void;
  onCopied?: () => void;
};

/** A secret of an item. It stays sealed until it is shown or copied. */
export function ItemSecret({ label, sealed, open, mayReveal, note, onReveal, onCopied }: Props) {
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
      (text) => {
        setShown(text);
        onReveal?.();
      },
      () => {},
    );

  if (!mayReveal)
    return (
      <DescriptionRow label={label}>
        <span className="font-normal text-muted">{t("hiddenByPermission")}</span>
      </DescriptionRow>
    );
  return (
    <DescriptionRow
      label={label}
      note={note}
      actions={
        <>
          <IconButton
            size="s"
            label={t(shown === null ? "reveal" : "hide", { part: label })}
            icon={shown === null ? <Eye aria-hidden="true" /> : <EyeOff aria-hidden="true" />}
            onClick={() => (shown === null ? reveal() : setShown(null))}
          />
          <CopyButton label={t("copy", { part: label })} value={opened} {...(onCopied && { onCopied })} />
        </>
      }
    >
      <span className="whitespace-pre-wrap">
        <SecretText value={shown ?? ""} revealed={shown !== null} />
      </span>
      {hasFailed ? (
        <span role="alert" className="block font-normal text-bad text-label">
          {t("notOpened")}
        </span>
      ) : null}
    </DescriptionRow>
  );
}
