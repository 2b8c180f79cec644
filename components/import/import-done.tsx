"use client";

import { useTranslations } from "next-intl";
import { LostFiles } from "@/components/import/lost-files";
import { mayComeYet } from "@/components/import/send-files";
import type { RunState } from "@/components/import/use-run";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { LinkButton } from "@/components/ui/link-button";

type Props = {
  done: Extract<RunState, { at: "done" }>;
  organizationId: string | null;
  /** Whether the file opens with a password alone. */
  hadPassword: boolean;
  onFilesAgain: () => void;
  onAnother: () => void;
};

/** What came with an import, where it is, and who does not have it yet. */
export function ImportDone({ done, organizationId, hadPassword, onFilesAgain, onAnother }: Props) {
  const t = useTranslations("import");
  const place = organizationId ? `/organizations/${organizationId}/collections` : "/vault";
  return (
    <>
      <Callout
        tone="ok"
        title={t("done", { count: done.count })}
        action={
          <div className="flex flex-wrap gap-2.5">
            <LinkButton variant="quiet" size="s" href={place}>
              {t("look")}
            </LinkButton>
            <Button variant="quiet" size="s" onClick={onAnother}>
              {t("anotherFile")}
            </Button>
          </div>
        }
      >
        {done.types.map(({ type, count }) => t(`types.${type}`, { count })).join(" · ")}
        {done.files.came > 0 ? (
          <span className="block">{t("files.came", { count: done.files.came })}</span>
        ) : null}
        {hadPassword || done.files.lost.some(mayComeYet) ? null : (
          <span className="block">{t("deleteFile")}</span>
        )}
        <span className="block">{t("undoFor")}</span>
      </Callout>
      <LostFiles lost={done.files.lost} onAgain={onFilesAgain} />
      {done.unreached > 0 ? (
        <Callout
          tone="warn"
          title={t("unreached", { count: done.unreached })}
          action={
            <LinkButton variant="quiet" size="s" href={place}>
              {t("toCollections")}
            </LinkButton>
          }
        >
          {t("unreachedText")}
        </Callout>
      ) : null}
    </>
  );
}
