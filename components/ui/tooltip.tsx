"use client";

import { Tooltip as Base } from "@base-ui/react/tooltip";
import type { ReactElement, ReactNode } from "react";

type Props = {
  content: ReactNode;
  side?: "top" | "bottom" | "left" | "right";
  /** An element that can have the focus, so that the hint is not for the mouse alone. */
  children: ReactElement;
};

/** A short hint on hover and focus. What it says is not needed to use the page, or is said elsewhere too. */
export function Tooltip({ content, side = "top", children }: Props) {
  return (
    <Base.Root>
      <Base.Trigger render={children} />
      <Base.Portal>
        <Base.Positioner side={side} sideOffset={6} className="z-60 w-max max-w-[calc(100vw-1rem)]">
          <Base.Popup className="floats wrap-anywhere max-w-64 rounded-badge bg-ink px-2 py-1 text-label text-paper shadow-float">
            {content}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
