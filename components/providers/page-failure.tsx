"use client";

import { useTranslations } from "next-intl";
import { PageBody } from "@/components/shell/page-body";
import { Card } from "@/components/ui/card";
import { FailureState } from "@/components/ui/failure-state";

type Props = { title: string; error: Error & { digest?: string }; retry: () => void };

/** A page that could not be loaded: what, and to try again. */
export function PageFailure({ title, error, retry }: Props) {
  const t = useTranslations("portal");
  return (
    <div className="pt-5.5">
      <PageBody>
        <Card>
          <FailureState title={title} onRetry={retry} {...(error.digest && { id: error.digest })}>
            {t("failureText")}
          </FailureState>
        </Card>
      </PageBody>
    </div>
  );
}
