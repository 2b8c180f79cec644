"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { Spinner } from "@/components/ui/spinner";
import { VisuallyHidden } from "@/components/ui/visually-hidden";

/**
 * Stands where a page is refused that is shown inside a frame. A click on a link brings the page alone, and the frame
 * around it stays from before: it is asked for anew, and says what a reload says.
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
