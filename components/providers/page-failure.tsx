"use client";

import { useTranslations } from "next-intl";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { Card } from "@/components/ui/card";
import { FailureState } from "@/components/ui/failure-state";

type Props = { page: string; title: string; error: Error & { digest?: string }; retry: () => void };

/** A page that could not be loaded: what, and to try again. */
export function PageFailure({ page, title, error, retry }: Props) {
  const t = useTranslations("portal");
  return (
    <>
      <PageHeader title={page} />
      <PageBody>
        <Card>
          <FailureState title={title} onRetry={retry} {...(error.digest && { id: error.digest })}>
            {t("failureText")}
          </FailureState>
        </Card>
      </PageBody>
    </>
  );
}
