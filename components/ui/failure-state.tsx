"use client";

import { RotateCcw } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Illustration } from "@/components/ui/illustration";

type Props = {
  /** What could not be loaded, as a sentence. */
  title: ReactNode;
  children?: ReactNode;
  onRetry?: () => void;
  /** The same id as in the server's log. */
  id?: string;
};

export function FailureState({ title, children, onRetry, id }: Props) {
  const t = useTranslations("ui");
  return (
    <div role="alert" className="flex flex-col items-center px-6 py-12 text-center">
      <Illustration name="lost" />
      <h2 className="mt-4 font-semibold text-section">{title}</h2>
      {children ? <div className="mt-1 max-w-md text-balance text-muted">{children}</div> : null}
      {onRetry ? (
        <div className="mt-5">
          <Button variant="quiet" icon={<RotateCcw aria-hidden="true" />} onClick={onRetry}>
            {t("tryAgain")}
          </Button>
        </div>
      ) : null}
      {id ? (
        <p className="mt-4 text-label text-muted">
          {t("supportId")} <code className="select-all font-mono">{id}</code>
        </p>
      ) : null}
    </div>
  );
}
