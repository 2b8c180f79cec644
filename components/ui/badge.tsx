import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import { type Tone, toneClass } from "@/components/ui/tone";

/** A state in a word or two. The word says it; the colour only helps to find it. */
export function Badge({ tone = "neutral", children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      className={cx(
        "inline-flex min-h-[22px] items-center rounded-badge px-2 font-strong text-xs",
        toneClass[tone],
      )}
    >
      {children}
    </span>
  );
}
