"use client";

import { useTranslations } from "next-intl";
import { PageFailure } from "@/components/shell/page-failure";

type Props = { error: Error & { digest?: string }; reset: () => void };

export default function PageError({ error, reset }: Props) {
  const t = useTranslations("blueprints");
  return <PageFailure page={t("applyTitle")} title={t("failureOne")} error={error} retry={reset} />;
}
