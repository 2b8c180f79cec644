"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { reach } from "@/components/forms/reach";
import { isForEver, isStale } from "@/components/forms/stale";
import { useLoadCurrent } from "@/components/forms/use-load-current";
import { useMessages } from "@/components/forms/use-messages";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useToast } from "@/components/ui/toast";
import type { ActionResult, Failure } from "@/lib/http/result";

type Props<Result> = {
  title: string;
  /** What will be so afterwards. */
  children: ReactNode;
  /** The verb on the button. */
  confirm: string;
  /** `primary` for what gives something instead. */
  tone?: "danger" | "primary";
  /** Must be typed before the button works: only for what cannot be undone. */
  typed?: string;
  act: () => Promise<ActionResult<Result>>;
  /** Said once it is done; where that differs, by what came of it. */
  done: string | ((result: Result) => string);
  /** Takes it back, which is offered once it is done. */
  undo?: () => void;
  onClose: () => void;
  /** When it is done; without it, the dialog closes as it does otherwise. */
  onDone?: () => void;
};

/**
 * Asks before an act that takes something away, or that gives something for good. A refusal is shown in the
 * dialog. If somebody else was first, the list is loaded again instead; what is refused for good is not asked again.
 */
export function ConfirmAction<Result>(props: Props<Result>) {
  const {
    title,
    children,
    confirm,
    tone = "danger",
    typed,
    act,
    done,
    undo,
    onClose,
    onDone = onClose,
  } = props;
  const t = useTranslations("ui.stale");
  const toast = useToast();
  const messages = useMessages();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { isLoading, load } = useLoadCurrent();
  const isOver = failure !== null && isStale(failure);

  async function run() {
    setBusy(true);
    setFailure(null);
    const answer = await reach(act());
    setBusy(false);
    if (!answer.ok) return setFailure(answer.failure);
    toast.success(typeof done === "string" ? done : done(answer.result), undefined, undo);
    onDone();
  }

  function reload() {
    load();
    onClose();
  }

  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => open || onClose()}
      title={title}
      confirm={isOver ? t("load") : confirm}
      tone={isOver ? "primary" : tone}
      {...(typed !== undefined && { typed })}
      busy={isBusy || isLoading}
      isOff={failure !== null && !isOver && isForEver(failure)}
      onConfirm={isOver ? reload : run}
      failure={
        failure ? (
          <p role="alert" className="text-bad">
            {messages.ofShown(failure)}
          </p>
        ) : null
      }
    >
      {children}
    </ConfirmDialog>
  );
}
