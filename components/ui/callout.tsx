import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import type { Tone } from "@/components/ui/tone";
import { ToneIcon } from "@/components/ui/tone-icon";

type Props = {
  tone?: Exclude<Tone, "neutral">;
  icon?: ReactNode;
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  /** Read out as it appears: what somebody has just done did not work. */
  role?: "alert";
};

const frames = {
  warn: "border-warn/30 bg-warn-tint",
  ok: "border-ok/30 bg-ok-tint",
  bad: "border-bad/30 bg-bad-tint",
  info: "border-info/30 bg-info-tint",
  brass: "border-brass/45 bg-brass-tint",
};

const inks = {
  warn: "text-warn",
  ok: "text-ok",
  bad: "text-bad",
  info: "text-info",
  brass: "text-brass-text",
};

/** Something to know or do on this page: what happened, what it means, what to do. */
export function Callout({ tone = "info", icon, title, children, action, role }: Props) {
  return (
    <div
      role={role}
      className={cx(
        "flex flex-wrap items-start gap-x-4 gap-y-3 rounded-[10px] border px-4 py-3",
        frames[tone],
      )}
    >
      <div className="flex min-w-64 flex-1 items-start gap-3">
        <span className={cx("mt-px [&>svg]:size-[18px]", inks[tone])}>
          {icon ?? <ToneIcon tone={tone} />}
        </span>
        <div className="wrap-anywhere min-w-0">
          <p className={cx("font-semibold", inks[tone])}>{title}</p>
          {children ? <div className="mt-px text-pretty text-ink">{children}</div> : null}
        </div>
      </div>
      {action}
    </div>
  );
}
