"use client";

import { useTranslations } from "next-intl";
import { FailureState } from "@/components/ui/failure-state";

type Props = { error: Error & { digest?: string }; reset: () => void };

export default function VaultError({ error, reset }: Props) {
  const t = useTranslations("console");
  return (
    <FailureState title={t("failed")} onRetry={reset} {...(error.digest && { id: error.digest })}>
      {t("failedText")}
    </FailureState>
  );
}
