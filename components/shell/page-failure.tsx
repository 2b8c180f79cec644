"use client";

import { useTranslations } from "next-intl";
import { LoadFailure } from "@/components/shell/load-failure";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { Card } from "@/components/ui/card";

type Props = { page: string; title: string; error: Error & { digest?: string }; retry: () => void };

/** A page that could not be loaded: what, and to try again. */
export function PageFailure({ page, title, error, retry }: Props) {
  const t = useTranslations("portal");
  return (
    <>
      <PageHeader title={page} />
      <PageBody>
        <Card>
          <LoadFailure title={title} error={error} retry={retry}>
            {t("failureText")}
          </LoadFailure>
        </Card>
      </PageBody>
    </>
  );
}
