"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { setSwitcherOpen, useSwitcher } from "@/components/shell/switcher-state";
import type { SwitcherActions } from "@/components/switcher/switcher-actions";
import { Dialog } from "@/components/ui/dialog";

/** It is fetched when the switcher first opens, because most pages are left without it. */
const SwitcherList = dynamic(() => import("@/components/switcher/switcher-list").then((m) => m.SwitcherList));

/** Other dialogs keep the keyboard to themselves. */
const otherDialogs = ":is([role=dialog],[role=alertdialog])";

/**
 * Goes to a client, a page or an act by a few letters, from wherever one is: Ctrl K, or Cmd K. It stands around all
 * pages, once.
 */
export function Switcher({ actions }: { actions: SwitcherActions }) {
  const t = useTranslations("ui.switcher");
  const { open, offered } = useSwitcher();

  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey)) return;
      if (event.altKey || event.shiftKey) return;
      if (!open && document.querySelector(otherDialogs)) return;
      // Browsers have a search field of their own on these keys.
      event.preventDefault();
      setSwitcherOpen(!open);
    }
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [open]);

  return (
    <Dialog open={open} onOpenChange={setSwitcherOpen} title={t("title")}>
      <SwitcherList actions={actions} offered={offered} onDone={() => setSwitcherOpen(false)} />
    </Dialog>
  );
}
