"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactElement, type ReactNode, useRef } from "react";
import { cx } from "@/components/ui/cx";
import { dialogPopup, dialogVeil, dialogViewport } from "@/components/ui/dialog-style";
import { firstField } from "@/components/ui/first-field";

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  /** m 520 pixels, l 720. */
  size?: "m" | "l";
  /** A button that opens it; leave out when the parent does. */
  trigger?: ReactElement;
  /** While something runs that must not be lost by a click beside the dialog. */
  held?: boolean;
  /** The body, ending in a `DialogFooter`; a form goes around both. */
  children: ReactNode;
};

/**
 * Asks or tells one thing, over the page. Focus goes to the first field, stays inside, and
 * returns to where it was; on a phone it rises from below as a sheet.
 */
export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  size = "m",
  trigger,
  held = false,
  children,
}: Props) {
  const t = useTranslations("ui");
  const popup = useRef<HTMLDivElement>(null);
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange(held || next)} disablePointerDismissal={held}>
      {trigger ? <Base.Trigger render={trigger} /> : null}
      <Base.Portal>
        <Base.Backdrop forceRender className={dialogVeil} />
        <Base.Viewport className={dialogViewport}>
          <Base.Popup
            ref={popup}
            initialFocus={() => firstField(popup.current)}
            className={cx(dialogPopup, size === "l" ? "md:w-180" : "md:w-130")}
          >
            <Base.Title className="pe-9 font-semibold text-dialog tracking-[-0.01em]">{title}</Base.Title>
            {description ? (
              <Base.Description className="mt-2.5 text-muted">{description}</Base.Description>
            ) : null}
            <div className="mt-4">{children}</div>
            {/* Last in order, so that Tab reaches the body first. */}
            <Base.Close
              aria-label={t("close")}
              disabled={held}
              className="absolute end-4 top-4 grid size-8 place-items-center rounded-control text-muted hover:bg-tint hover:text-ink"
            >
              <X aria-hidden="true" className="size-[18px]" />
            </Base.Close>
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}
