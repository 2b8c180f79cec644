"use client";

import { useId } from "react";
import { Button, type ButtonProps } from "@/components/ui/button";
import { Tooltip } from "@/components/ui/tooltip";

type Props = Omit<ButtonProps, "onClick" | "disabled" | "busy"> & {
  /** Why nothing can be done with it now. */
  why: string;
};

/** A button that is off for now. It can have the focus, so that the reason is seen and heard on it. */
export function OffButton({ why, ...button }: Props) {
  const id = useId();
  return (
    <>
      <Tooltip content={why} side="bottom">
        <Button {...button} aria-disabled="true" aria-describedby={id} data-off />
      </Tooltip>
      <span id={id} hidden>
        {why}
      </span>
    </>
  );
}
