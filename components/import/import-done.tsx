"use client";

import { useTranslations } from "next-intl";
import type { RunState } from "@/components/import/use-run";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { LinkButton } from "@/components/ui/link-button";

type Props = {
  done: Extract<RunState, { at: "done" }>;
  organizationId: string | null;
  onAnother: () => void;
};

/** What came with an import, and where it is. */
export function ImportDone({ done, organizationId, onAnother }: Props) {
  const t = useTranslations("import");
  return (
    <Callout
      tone="ok"
      title={t("done", { count: done.count })}
      action={
        <div className="flex flex-wrap gap-2.5">
          <LinkButton
            variant="quiet"
            size="s"
            href={organizationId ? `/organizations/${organizationId}/collections` : "/vault"}
          >
            {t("look")}
          </LinkButton>
          <Button variant="quiet" size="s" onClick={onAnother}>
            {t("anotherFile")}
          </Button>
        </div>
      }
    >
      {done.types.map(({ type, count }) => t(`types.${type}`, { count })).join(" · ")}
      <span className="block">{t("doneText")}</span>
    </Callout>
  );
}
