"use client";

import { useTranslations } from "next-intl";
import { FailureState } from "@/components/ui/failure-state";

type Props = { error: Error & { digest?: string }; reset: () => void };

export default function PageFailure({ error, reset }: Props) {
  const t = useTranslations("errors.page");
  return (
    <main id="main" className="grid min-h-dvh place-items-center">
      <FailureState title={t("title")} onRetry={reset} {...(error.digest && { id: error.digest })}>
        {t("text")}
      </FailureState>
    </main>
  );
}
