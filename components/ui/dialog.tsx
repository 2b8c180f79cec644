"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactElement, type ReactNode, use, useRef } from "react";
import { Button } from "@/components/ui/button";
import { ClosingContext, stayFocused, useClosing } from "@/components/ui/closing";
import { cx } from "@/components/ui/cx";
import { firstField } from "@/components/ui/first-field";

/** As high as the dialogs: order of opening decides, so that a dialog over a dialog veils the one below. */
export const dialogVeil = "fades fixed inset-0 z-50 bg-veil";

export const dialogViewport =
  "fixed inset-0 z-50 grid items-end justify-items-center overflow-y-auto overscroll-contain md:items-center md:p-6";

export const dialogPopup =
  "floats relative max-h-[calc(100dvh-2rem)] w-full min-w-0 scroll-pb-28 overflow-y-auto rounded-t-card border bg-raised p-6 pb-[max(1.5rem,env(safe-area-inset-bottom))] text-ink shadow-float outline-none md:max-h-full md:max-w-full md:rounded-card";

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  /** m 520 pixels, l 720. */
  size?: "m" | "l";
  /** A button that opens it; leave out when the parent does. */
  trigger?: ReactElement;
  /** While something runs that is no form, and must not be lost. Forms in it hold it by themselves. */
  held?: boolean;
  /** The body, ending in a `DialogFooter`; a form goes around both. */
  children: ReactNode;
};

/**
 * Asks or tells one thing, over the page. Focus goes to the first field, stays inside, and
 * returns to where it was; on a phone it rises from below as a sheet.
 */
export function Dialog(props: Props) {
  const { open, onOpenChange, title, description, size = "m", trigger, held = false, children } = props;
  const t = useTranslations("ui");
  const popup = useRef<HTMLDivElement>(null);
  const { request, isSending, context, question, finalFocus } = useClosing(open, onOpenChange, held);
  return (
    <Base.Root open={open} onOpenChange={request}>
      {trigger ? <Base.Trigger render={trigger} /> : null}
      <Base.Portal>
        <Base.Backdrop forceRender className={dialogVeil} />
        <Base.Viewport className={dialogViewport} onMouseDown={stayFocused}>
          <Base.Popup
            ref={popup}
            finalFocus={finalFocus}
            initialFocus={() => firstField(popup.current)}
            className={cx(dialogPopup, size === "l" ? "md:w-180" : "md:w-130")}
          >
            <Base.Title className="wrap-anywhere pe-9 font-semibold text-dialog tracking-[-0.01em]">
              {title}
            </Base.Title>
            {description ? (
              <Base.Description className="mt-2.5 text-muted">{description}</Base.Description>
            ) : null}
            <div className="mt-4">
              <ClosingContext value={context}>{children}</ClosingContext>
            </div>
            {question ? <div className="sticky -bottom-6 z-3 -mx-6 mt-6 -mb-6">{question}</div> : null}
            {/* Last in order, so that Tab reaches the body first. */}
            <Base.Close
              aria-label={t("close")}
              disabled={isSending}
              className="absolute end-4 top-4 grid size-8 place-items-center rounded-control text-muted hover:bg-tint hover:text-ink disabled:bg-transparent disabled:opacity-45"
            >
              <X aria-hidden="true" className="size-[18px]" />
            </Base.Close>
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}

/** Closes the dialog or drawer that it stands in, as Esc does. */
export function DialogCancel({ children }: { children?: ReactNode }) {
  const t = useTranslations("ui");
  const isSending = use(ClosingContext)?.isSending ?? false;
  return (
    <Base.Close disabled={isSending} render={<Button variant="quiet" />}>
      {children ?? t("cancel")}
    </Base.Close>
  );
}

/**
 * The primary button first, then the others, from the start of the line. It stays in sight at the end of a
 * dialog that is taller than the window, and what scrolls fades out above it.
 */
export function DialogFooter({ children }: { children: ReactNode }) {
  return (
    <div
      className={cx(
        "sticky -bottom-6 z-2 -mx-6 mt-1 -mb-6 [:not(form)>&]:mt-4 flex flex-wrap items-center gap-2.5 bg-raised px-6 pt-3 pb-6",
        "before:pointer-events-none before:absolute before:inset-x-0 before:bottom-full before:h-3 before:bg-linear-to-t before:from-raised before:to-transparent",
      )}
    >
      {children}
    </div>
  );
}
