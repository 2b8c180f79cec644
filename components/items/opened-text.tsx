"use client";

import { useTranslations } from "next-intl";
import type { OpenSecret } from "@/components/items/item-secret";
import { useOpened } from "@/components/items/use-opened";
import { CopyButton } from "@/components/ui/copy-button";
import { DescriptionRow } from "@/components/ui/description-row";
import type { StillSealed } from "@/lib/vault/item";

type Props = {
  label: string;
  sealed: StillSealed;
  open: OpenSecret;
  /** It is "true" or "false", and said in words. */
  isYesOrNo: boolean;
};

/** A field that is no secret: it is opened with the item, and not with the list. */
export function OpenedText({ label, sealed, open, isYesOrNo }: Props) {
  const t = useTranslations("vault.item");
  const text = useOpened(sealed, open);
  return (
    <DescriptionRow
      label={label}
      actions={
        text === null || isYesOrNo ? null : <CopyButton label={t("copy", { part: label })} value={text} />
      }
    >
      <span className="whitespace-pre-wrap">
        {text !== null && isYesOrNo ? t(text === "true" ? "yes" : "no") : text}
      </span>
    </DescriptionRow>
  );
}
