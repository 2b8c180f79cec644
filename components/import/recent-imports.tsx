"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ConfirmAction } from "@/components/forms/confirm-action";
import type { ImportActions } from "@/components/import/import-actions";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import type { ImportPlace } from "@/lib/operations/import/get-import-place";

type Recent = ImportPlace["recent"][number];
type Props = { organizationId: string | null; recent: readonly Recent[]; undo: ImportActions["undo"] };

/** What was imported within the day, each with a way back for whoever began it. */
export function RecentImports({ organizationId, recent, undo }: Props) {
  const t = useTranslations("import");
  const [undoing, setUndoing] = useState<Recent | null>(null);
  if (recent.length === 0) return null;
  return (
    <Card title={t("recent")}>
      <ul className="flex flex-col gap-3">
        {recent.map((row) => (
          <li key={row.id} className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
            <span className="min-w-0 flex-1 basis-60">
              {t("recentRow", { count: row.items, by: row.by })}
              <span className="block text-label text-muted">
                <DateTime value={row.begunAt} />
              </span>
            </span>
            {row.undoneAt ? (
              <Badge>{t("undone")}</Badge>
            ) : (
              <>
                {row.doneAt ? null : <Badge tone="warn">{t("unfinished")}</Badge>}
                {row.isOwn ? (
                  <Button variant="quiet" size="s" onClick={() => setUndoing(row)}>
                    {t("undo")}
                  </Button>
                ) : null}
              </>
            )}
          </li>
        ))}
      </ul>
      {undoing ? (
        <ConfirmAction
          title={t("undoTitle")}
          confirm={t("undo")}
          act={() => undo({ importId: undoing.id, organizationId })}
          done={({ count, kept }) =>
            t(kept === 0 ? "wasUndone" : count === 0 ? "notUndone" : "undoneInPart", { count, kept })
          }
          onClose={() => setUndoing(null)}
        >
          {t("undoText", { count: undoing.items })}
        </ConfirmAction>
      ) : null}
    </Card>
  );
}
