"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { Spinner } from "@/components/ui/spinner";
import { VisuallyHidden } from "@/components/ui/visually-hidden";

/**
 * Is shown instead of a page that is refused inside a frame. A click on a link loads only the page and keeps
 * the old frame around it. So this loads the frame again, and it says what a reload would say.
 */
export function AskAnew() {
  const t = useTranslations("ui");
  const router = useRouter();
  useEffect(() => router.refresh(), [router]);
  return (
    <p role="status" className="grid flex-1 place-items-center p-10 text-muted">
      <Spinner />
      <VisuallyHidden>{t("loading")}</VisuallyHidden>
    </p>
  );
}
