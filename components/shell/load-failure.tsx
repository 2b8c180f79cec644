"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FailureState } from "@/components/ui/failure-state";
import { outageDigest } from "@/lib/http/result";

type Props = {
  error: Error & { digest?: string };
  retry: () => void;
  /** What could not be loaded, as a sentence, where the fault is ours. */
  title: string;
  children: ReactNode;
};

/** Why a page is not there, and to try again: the database is away, or something went wrong under an id. */
export function LoadFailure({ error, retry, title, children }: Props) {
  const t = useTranslations("errors.outage");
  if (error.digest === outageDigest)
    return (
      <FailureState title={t("title")} onRetry={retry}>
        {t("text")}
      </FailureState>
    );
  return (
    <FailureState title={title} onRetry={retry} {...(error.digest && { id: error.digest })}>
      {children}
    </FailureState>
  );
}
