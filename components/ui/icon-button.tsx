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
  /** The browser shows its name instead of a tooltip of ours: for buttons that stand in every row of a list. */
  isInRow?: boolean;
};

const tones = {
  muted: "text-muted hover:bg-tint hover:text-ink",
  ink: "text-ink hover:bg-tint",
  side: "text-side-ink hover:bg-side-active hover:text-white",
};

/** A button that is only a picture: 28 or 36 pixels square. */
export function IconButton(props: IconButtonProps) {
  const { label, icon, size = "m", tone = "muted", isInRow = false, ...rest } = props;
  const button = (
    <button
      type="button"
      {...rest}
      aria-label={label}
      title={isInRow ? label : undefined}
      className={cx(
        "inline-grid flex-none place-items-center rounded-control transition-colors disabled:opacity-55",
        size === "s" ? "size-7" : "size-9",
        tones[tone],
      )}
    >
      {icon}
    </button>
  );
  return isInRow ? button : <Tooltip content={label}>{button}</Tooltip>;
}
