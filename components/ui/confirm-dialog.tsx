"use client";

import { AlertDialog } from "@base-ui/react/alert-dialog";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { DialogFooter, dialogPopup, dialogVeil, dialogViewport } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  /** What will be so afterwards. */
  children: ReactNode;
  /** The verb on the button. */
  confirm: ReactNode;
  onConfirm: () => void;
  busy?: boolean;
  /** `danger` for what takes something away. */
  tone?: "danger" | "primary";
  /** Must be typed before the button works: only for what cannot be undone. */
  typed?: string;
  /** A failure to show, when the act was tried and refused. */
  failure?: ReactNode;
};

/** Asks before an act that takes something away. A click beside it does not close it. */
export function ConfirmDialog(props: Props) {
  const {
    open,
    onOpenChange,
    title,
    children,
    confirm,
    onConfirm,
    busy = false,
    tone = "danger",
    typed,
    failure,
  } = props;
  const t = useTranslations("ui");
  const [answer, setAnswer] = useState("");
  const ready = typed === undefined || answer.trim() === typed;

  function change(next: boolean) {
    if (busy) return;
    setAnswer("");
    onOpenChange(next);
  }

  return (
    <AlertDialog.Root open={open} onOpenChange={change}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop forceRender className={dialogVeil} />
        <AlertDialog.Viewport className={dialogViewport}>
          <AlertDialog.Popup className={cx(dialogPopup, "md:w-120")}>
            <AlertDialog.Title className="font-semibold text-dialog tracking-[-0.01em]">
              {title}
            </AlertDialog.Title>
            <AlertDialog.Description render={<div />} className="mt-2.5 text-muted">
              {children}
            </AlertDialog.Description>
            {typed === undefined ? null : (
              <div className="mt-4">
                <Field label={t("typeToConfirm", { text: typed })}>
                  {(control) => (
                    <Input
                      {...control}
                      autoComplete="off"
                      value={answer}
                      onChange={(event) => setAnswer(event.target.value)}
                    />
                  )}
                </Field>
              </div>
            )}
            {failure ? <div className="mt-4">{failure}</div> : null}
            <DialogFooter>
              <Button variant={tone} disabled={!ready} busy={busy} onClick={onConfirm}>
                {confirm}
              </Button>
              <AlertDialog.Close disabled={busy} render={<Button variant="quiet" />}>
                {t("cancel")}
              </AlertDialog.Close>
            </DialogFooter>
          </AlertDialog.Popup>
        </AlertDialog.Viewport>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
