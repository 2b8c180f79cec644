import { useFormatter } from "next-intl";
import { percentOf } from "@/lib/i18n/percent";

type Props = {
  done: number;
  total: number;
  /** Said instead of the ring. */
  label: string;
};

/** How far something has come, as a ring with the percentage in it. */
export function ProgressRing({ done, total, label }: Props) {
  const format = useFormatter();
  const part = total === 0 ? 1 : done / total;
  return (
    <span role="img" aria-label={label} className="relative grid size-16 flex-none place-items-center">
      <svg viewBox="0 0 36 36" aria-hidden="true" className="absolute size-full -rotate-90">
        <circle cx="18" cy="18" r="15.9" fill="none" strokeWidth="3" className="stroke-line" />
        <circle
          cx="18"
          cy="18"
          r="15.9"
          fill="none"
          strokeWidth="3"
          pathLength="100"
          strokeDasharray={`${part * 100} 100`}
          strokeLinecap={part > 0 ? "round" : "butt"}
          className="stroke-brass"
        />
      </svg>
      <span aria-hidden="true" className="font-semibold text-label tabular-nums">
        {percentOf(format, part * 100)}
      </span>
    </span>
  );
}
