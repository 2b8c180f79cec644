import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import { type Tone, toneClass } from "@/components/ui/tone";

/** A state in one or two words. The colour only helps to find it, and says nothing that the words do not say. */
export function Badge({ tone = "neutral", children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      className={cx(
        "inline-flex min-h-[22px] items-center rounded-badge px-2 font-strong text-xs forced-colors:border",
        toneClass[tone],
      )}
    >
      {children}
    </span>
  );
}
