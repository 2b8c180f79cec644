"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { useMessages } from "@/components/forms/use-messages";
import { FailureCallout } from "@/components/ui/failure-callout";
import type { Failure } from "@/lib/http/result";

type Props = {
  /** What is wrong with the key, or why the server did not give what was asked. */
  failure: Failure | null;
  retry: () => void;
};

/** Says that something could not be opened. It tries by itself once the browser has its connection again. */
export function NotOpened({ failure, retry }: Props) {
  const t = useTranslations("common.vault");
  const { failure: say } = useMessages();

  useEffect(() => {
    window.addEventListener("online", retry);
    return () => window.removeEventListener("online", retry);
  }, [retry]);

  return (
    <FailureCallout title={t("notOpened")} onRetry={retry}>
      {failure ? say(failure) : t("notOpenedText")}
    </FailureCallout>
  );
}
