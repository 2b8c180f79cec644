"use client";

import { Progress } from "@base-ui/react/progress";
import { useTranslations } from "next-intl";

type Props = {
  done: number;
  total: number;
  /** What is happening now: "Sealing the key for Billy Warden". */
  doing: string;
};

/**
 * Long work, as a bar of n out of total and in words. It is brass, the colour of keys, because sealing is what
 * takes long.
 */
export function ProgressBar({ done, total, doing }: Props) {
  const t = useTranslations("ui");
  return (
    <Progress.Root value={done} max={total} getAriaValueText={() => t("ofTotal", { done, total })}>
      <div className="flex items-baseline gap-4">
        <Progress.Label className="min-w-0 flex-1">
          <span aria-live="polite">{doing}</span>
        </Progress.Label>
        <span aria-hidden="true" className="flex-none text-label text-muted tabular-nums">
          {t("ofTotal", { done, total })}
        </span>
      </div>
      <Progress.Track className="keeps-color mt-2 h-2 overflow-hidden rounded-small bg-sunk shadow-[inset_0_0_0_1px_var(--line)]">
        <Progress.Indicator className="h-full rounded-small bg-brass transition-[width] duration-160" />
      </Progress.Track>
    </Progress.Root>
  );
}
