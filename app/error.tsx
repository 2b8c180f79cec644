"use client";

import { useTranslations } from "next-intl";
import { LoadFailure } from "@/components/shell/load-failure";

type Props = { error: Error & { digest?: string }; reset: () => void };

export default function PageFailure({ error, reset }: Props) {
  const t = useTranslations("errors.page");
  return (
    <main id="main" className="grid min-h-dvh place-items-center">
      <LoadFailure title={t("title")} error={error} retry={reset}>
        {t("text")}
      </LoadFailure>
    </main>
  );
}
