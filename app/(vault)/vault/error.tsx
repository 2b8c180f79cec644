"use client";

import { useTranslations } from "next-intl";
import { LoadFailure } from "@/components/shell/load-failure";

type Props = { error: Error & { digest?: string }; reset: () => void };

export default function VaultError({ error, reset }: Props) {
  const t = useTranslations("console");
  return (
    <LoadFailure title={t("failed")} error={error} retry={reset}>
      {t("failedText")}
    </LoadFailure>
  );
}
