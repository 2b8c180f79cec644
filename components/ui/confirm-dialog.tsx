"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { stayFocused, useClosing } from "@/components/ui/closing";
import { cx } from "@/components/ui/cx";
import { DialogFooter, dialogPopup, dialogVeil, dialogViewport } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { firstField } from "@/components/ui/first-field";
import { Input } from "@/components/ui/input";
import { isTypedAlike } from "@/components/ui/typed-alike";

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  /** What will be so afterwards. */
  children: ReactNode;
  /** The verb on the button. */
  confirm: ReactNode;
  onConfirm: () => void;
  /** The other answer, which changes nothing; *Cancel* where it has no words of its own. */
  keep?: ReactNode;
  busy?: boolean;
  /** It was refused in a way that asking again does not change: the button is off, and keeps the focus. */
  isOff?: boolean;
  /** `danger` for what takes something away. */
  tone?: "danger" | "primary";
  /** Must be typed before the button works: only for what cannot be undone. */
  typed?: string;
  /** A failure to show, when the act was tried and refused. */
  failure?: ReactNode;
};

/**
 * Asks before an act that takes something away. The focus is on the answer that changes nothing, unless
 * something has to be typed. It wants an answer: a click beside it closes nothing.
 */
export function ConfirmDialog(props: Props) {
  const {
    open,
    onOpenChange,
    title,
    children,
    confirm,
    onConfirm,
    keep,
    busy = false,
    isOff = false,
    tone = "danger",
    typed,
    failure,
  } = props;
  const t = useTranslations("ui");
  const popup = useRef<HTMLDivElement>(null);
  const safe = useRef<HTMLButtonElement>(null);
  const [answer, setAnswer] = useState("");
  const ready = typed === undefined || isTypedAlike(answer, typed);

  const { request, finalFocus } = useClosing(open, change, busy);

  function change(next: boolean) {
    setAnswer("");
    onOpenChange(next);
  }

  function act() {
    if (ready && !busy && !isOff) onConfirm();
  }

  /** The Enter that ends the composing of a character confirms nothing. */
  function enter(event: KeyboardEvent) {
    if (event.key === "Enter" && !event.nativeEvent.isComposing) act();
  }

  return (
    <Base.Root open={open} onOpenChange={request} disablePointerDismissal>
      <Base.Portal>
        <Base.Backdrop forceRender className={dialogVeil} />
        <Base.Viewport className={dialogViewport} onMouseDown={stayFocused}>
          <Base.Popup
            ref={popup}
            role="alertdialog"
            finalFocus={finalFocus}
            initialFocus={() => (typed === undefined ? safe.current : firstField(popup.current))}
            className={cx(dialogPopup, "md:w-120")}
          >
            <Base.Title className="wrap-anywhere font-semibold text-dialog tracking-[-0.01em]">
              {title}
            </Base.Title>
            <Base.Description render={<div />} className="mt-2.5 text-muted">
              {children}
            </Base.Description>
            {typed === undefined ? null : (
              <div className="mt-4">
                <Field label={t("typeToConfirm", { text: typed })}>
                  {(control) => (
                    <Input
                      {...control}
                      autoComplete="off"
                      value={answer}
                      onChange={(event) => setAnswer(event.target.value)}
                      onKeyDown={enter}
                    />
                  )}
                </Field>
              </div>
            )}
            {failure ? <div className="mt-4">{failure}</div> : null}
            <DialogFooter>
              <Button
                variant={tone}
                disabled={!ready}
                busy={busy}
                aria-disabled={isOff || undefined}
                data-off={isOff || undefined}
                onClick={act}
              >
                {confirm}
              </Button>
              <Base.Close ref={safe} disabled={busy} render={<Button variant="quiet" />}>
                {keep ?? t("cancel")}
              </Base.Close>
            </DialogFooter>
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}
