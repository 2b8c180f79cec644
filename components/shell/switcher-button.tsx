"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { setSwitcherOpen } from "@/components/shell/switcher-state";
import { IconButton } from "@/components/ui/icon-button";

/** Opens the switcher: a line with its keys in the side bar, a picture in the bar of a phone. */
export function SwitcherButton({ look }: { look: "line" | "picture" }) {
  const t = useTranslations("ui.switcher");
  const open = () => setSwitcherOpen(true);
  if (look === "picture")
    return <IconButton tone="side" label={t("title")} icon={<Search aria-hidden="true" />} onClick={open} />;
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      aria-keyshortcuts="Control+K Meta+K"
      onClick={open}
      className="flex min-h-9 w-full items-center gap-2.5 rounded-control border border-side-line px-2.5 text-side-ink transition-colors hover:bg-side-active hover:text-white"
    >
      <Search aria-hidden="true" />
      {t("title")}
      <span aria-hidden="true" className="ms-auto text-xs">
        Ctrl K
      </span>
    </button>
  );
}
