"use client";

import type { ComponentProps, ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import { Tooltip } from "@/components/ui/tooltip";

export type IconButtonProps = Omit<ComponentProps<"button">, "children" | "className" | "aria-label"> & {
  /** Its name, for those who hear it, and its tooltip, for those who hover. */
  label: string;
  icon: ReactNode;
  size?: "s" | "m";
  tone?: "muted" | "ink" | "side";
};

const tones = {
  muted: "text-muted hover:bg-tint hover:text-ink",
  ink: "text-ink hover:bg-tint",
  side: "text-side-ink hover:bg-side-active hover:text-white",
};

/** A button that is only a picture: 28 or 36 pixels square. */
export function IconButton({ label, icon, size = "m", tone = "muted", ...rest }: IconButtonProps) {
  return (
    <Tooltip content={label}>
      <button
        type="button"
        {...rest}
        aria-label={label}
        className={cx(
          "inline-grid flex-none place-items-center rounded-control transition-colors disabled:opacity-55",
          size === "s" ? "size-7" : "size-9",
          tones[tone],
        )}
      >
        {icon}
      </button>
    </Tooltip>
  );
}
