"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { useConnectionLost } from "@/components/shell/wait-for-connection";
import { useToast } from "@/components/ui/toast";

/** Says that a page waits for the connection, for as long as it does. */
export function ConnectionNotice() {
  const t = useTranslations("ui.offline");
  const toast = useToast();
  const isLost = useConnectionLost();
  const [title, text] = [t("title"), t("text")];

  useEffect(() => (isLost ? toast.error(title, text) : undefined), [isLost, toast, title, text]);
  return null;
}
