"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useRef } from "react";
import { ClosingContext, stayFocused, useClosing } from "@/components/ui/closing";
import { useMediaQuery } from "@/components/ui/media-query";

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Beside the title: an icon or an avatar. */
  picture?: ReactNode;
  title: ReactNode;
  children: ReactNode;
  /** Stays at the bottom while the body scrolls. */
  footer?: ReactNode;
  /** While something is being sent. */
  held?: boolean;
};

/**
 * The details of one row, 384 pixels at the end of the window. From 1024 pixels on the page beside it stays in
 * use: `data-beside` makes it as much narrower, for as long as the drawer is there (see `globals.css`). Below,
 * the drawer covers; on a phone it is the page.
 */
export function Drawer(props: Props) {
  const { open, onOpenChange, picture, title, children, footer, held = false } = props;
  const t = useTranslations("ui");
  const popup = useRef<HTMLDivElement>(null);
  const beside = useMediaQuery("(min-width: 64rem)");
  const { request, isSending, context, question, finalFocus } = useClosing(open, onOpenChange, held);

  return (
    <Base.Root open={open} onOpenChange={request} modal={!beside} disablePointerDismissal={beside}>
      <Base.Portal>
        {beside ? null : (
          <Base.Backdrop className="fades fixed inset-0 z-30 bg-veil" onMouseDown={stayFocused} />
        )}
        <Base.Popup
          ref={popup}
          finalFocus={finalFocus}
          initialFocus={popup}
          data-beside={beside || undefined}
          className="fixed inset-y-0 end-0 z-30 flex w-full flex-col border-s bg-raised shadow-float outline-none transition-[translate,opacity] duration-160 ease-out data-ending-style:translate-x-6 data-starting-style:translate-x-6 data-ending-style:opacity-0 data-starting-style:opacity-0 md:w-96 lg:shadow-[-24px_0_48px_-32px_rgb(20_20_20/0.35)] rtl:data-ending-style:-translate-x-6 rtl:data-starting-style:-translate-x-6"
        >
          <div className="flex items-start gap-3 px-5.5 pt-5 pb-3.5">
            {picture}
            <Base.Title className="wrap-anywhere me-auto min-w-0 self-center font-semibold text-section">
              <bdi>{title}</bdi>
            </Base.Title>
            <Base.Close
              aria-label={t("close")}
              disabled={isSending}
              className="-me-2 grid size-8 flex-none place-items-center rounded-control text-muted hover:bg-tint hover:text-ink disabled:bg-transparent disabled:opacity-45"
            >
              <X aria-hidden="true" className="size-[18px]" />
            </Base.Close>
          </div>
          <ClosingContext value={context}>
            <div className="flex min-h-0 flex-1 flex-col gap-3.5 overflow-y-auto px-5.5 pb-5.5">
              {children}
            </div>
            {footer ? (
              <div className="flex flex-wrap items-center gap-2.5 border-t px-5.5 py-4">{footer}</div>
            ) : null}
          </ClosingContext>
          {question}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
