"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useAct } from "@/components/forms/use-act";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/http/result";

export type EndOtherSessions = (input: Record<string, never>) => Promise<ActionResult<{ count: number }>>;

/** Ends every session but this one, after asking once more. */
export function LogOutEverywhere({ endOthers }: { endOthers: EndOtherSessions }) {
  const t = useTranslations("account.sessions");
  const [isAsking, setAsking] = useState(false);
  const toast = useToast();
  const { act, busy } = useAct();
  const confirm = () =>
    act(
      () => endOthers({}),
      ({ count }) => {
        setAsking(false);
        toast.success(t("everywhereDone", { count }));
      },
    );
  return (
    <>
      <Button variant="quiet" size="s" onClick={() => setAsking(true)}>
        {t("everywhere")}
      </Button>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={t("everywhereTitle")}
        confirm={t("everywhere")}
        onConfirm={confirm}
        busy={busy}
      >
        {t("everywhereText")}
      </ConfirmDialog>
    </>
  );
}
