"use client";

import { ExternalLink } from "lucide-react";
import { useTranslations } from "next-intl";
import { webAddress } from "@/components/items/web-address";
import { CopyButton } from "@/components/ui/copy-button";
import { DescriptionRow } from "@/components/ui/description-row";
import { OuterLink } from "@/components/ui/outer-link";

/** A website as it was typed, and a link where it opens what is read. */
export function Website({ uri }: { uri: string }) {
  const t = useTranslations("vault.item");
  const address = webAddress(uri);
  return (
    <DescriptionRow
      label={t("website")}
      actions={
        <>
          {address.is === "link" ? (
            <OuterLink
              href={address.href}
              aria-label={t("openSite")}
              className="grid size-7 flex-none place-items-center rounded-control text-muted hover:bg-tint hover:text-ink"
            >
              <ExternalLink aria-hidden="true" />
            </OuterLink>
          ) : null}
          <CopyButton label={t("copySite")} value={uri} />
        </>
      }
    >
      <span dir="ltr" className={address.is === "link" ? "break-all text-link" : "break-all"}>
        {uri}
      </span>
      {address.is === "suspicious" ? (
        <span className="block font-normal text-label text-warn">{t("notLinked")}</span>
      ) : null}
    </DescriptionRow>
  );
}
