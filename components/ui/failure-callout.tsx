"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";

type Props = {
  title: ReactNode;
  children?: ReactNode;
  onRetry: () => void;
  /** What the button says where it does not do the whole again. */
  retry?: string;
};

/** Says what did not work, beside what stays on the page, with a button that tries it again. */
export function FailureCallout({ title, children, onRetry, retry }: Props) {
  const t = useTranslations("ui");
  return (
    <Callout
      role="alert"
      tone="bad"
      title={title}
      action={
        <Button variant="quiet" size="s" onClick={onRetry}>
          {retry ?? t("tryAgain")}
        </Button>
      }
    >
      {children}
    </Callout>
  );
}
