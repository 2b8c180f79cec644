"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { useProof } from "@/components/account/use-proof";
import { useMessages } from "@/components/forms/use-messages";
import { ChangedKeys } from "@/components/rotation/changed-keys";
import { Concerned } from "@/components/rotation/concerned";
import { Damaged } from "@/components/rotation/damaged";
import type { RotationActions } from "@/components/rotation/rotation-actions";
import { Uncompared } from "@/components/rotation/uncompared";
import { useRotation } from "@/components/rotation/use-rotation";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Dialog, DialogFooter } from "@/components/ui/dialog";
import { ProgressBar } from "@/components/ui/progress-bar";
import { useToast } from "@/components/ui/toast";
import type { OrganizationRotation } from "@/lib/operations/rotation/get-organization";

type Props = {
  organizationId: string;
  organization: string;
  /** One's own rotation that was begun before. */
  begun: OrganizationRotation["rotation"];
  actions: RotationActions;
  onClose: () => void;
};

/** Replaces the organization's key, step by step. It can be closed at any time: what is done so far is kept. */
export function RotateKeyDialog({ organizationId, organization, begun, actions, onClose }: Props) {
  const t = useTranslations("rotation");
  const toast = useToast();
  const { failure } = useMessages();
  const { withProof, dialog } = useProof(actions.prove);
  const namesOfLost = { shared: t("lost.sharedName"), my_items: t("lost.ownName") };
  const { step, start, decide, leaveBehind, finish, leave } = useRotation(
    organizationId,
    begun,
    actions,
    withProof,
    namesOfLost,
  );
  const close = () => {
    if (step.at !== "done") leave();
    onClose();
  };
  const isOutdated = step.at === "failed" && step.failure.code === "rotation_outdated";
  const isOver = useRef(false);
  useEffect(() => {
    if (step.at !== "done" || isOver.current) return;
    isOver.current = true;
    toast.success(t("done", { waiting: step.waiting }));
    onClose();
  }, [step, toast, t, onClose]);

  return (
    <>
      <Dialog
        open
        onOpenChange={(open) => open || close()}
        title={t("dialogTitle", { organization })}
        held={step.at === "switching"}
      >
        <div className="flex flex-col gap-3.5">
          {step.at === "before" ? (
            <ul className="flex list-disc flex-col gap-1.5 ps-5 text-muted">
              {(["sealed", "members", "work", "unlearn"] as const).map((what) => (
                <li key={what}>{t(`what.${what}`)}</li>
              ))}
            </ul>
          ) : null}
          {step.at === "sealing" ? (
            <ProgressBar
              done={step.progress.staged}
              total={Math.max(1, step.progress.total)}
              doing={t("sealing")}
            />
          ) : null}
          {step.at === "switching" ? <ProgressBar done={1} total={1} doing={t("switching")} /> : null}
          {step.at === "ready" ? (
            <>
              <p>{t("ready")}</p>
              <Concerned
                tone="warn"
                title={t("changed", { count: step.staged.leftOut.length })}
                people={step.staged.leftOut}
              >
                {t("changedText")}
              </Concerned>
              <Uncompared people={step.staged.uncompared} />
            </>
          ) : null}
          {step.at === "changed" ? (
            <ChangedKeys changed={step.changed} decide={(compared) => void decide(step.changed, compared)} />
          ) : null}
          {step.at === "damaged" ? (
            <Damaged damaged={step.damaged} leaveBehind={() => void leaveBehind(step.damaged)} />
          ) : null}
          {step.at === "failed" ? (
            <Callout role="alert" tone="bad" title={failure(step.failure)}>
              {isOutdated ? null : t("failedText")}
            </Callout>
          ) : null}
        </div>
        {step.at === "changed" ? null : (
          <DialogFooter>
            {step.at === "before" ? (
              <Button onClick={() => void start()}>{t(begun ? "goOn" : "begin")}</Button>
            ) : null}
            {step.at === "failed" ? (
              <Button onClick={() => void start()}>{t(isOutdated ? "beginAnew" : "goOn")}</Button>
            ) : null}
            {step.at === "ready" ? (
              <Button onClick={() => void finish(step.staged)}>{t("switch")}</Button>
            ) : null}
            {step.at === "switching" ? null : (
              <Button variant="quiet" onClick={close}>
                {t(step.at === "before" || step.at === "damaged" ? "close" : "later")}
              </Button>
            )}
          </DialogFooter>
        )}
      </Dialog>
      {dialog}
    </>
  );
}
