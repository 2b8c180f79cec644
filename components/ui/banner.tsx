import type { CSSProperties, ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import { ToneIcon } from "@/components/ui/tone-icon";

type Props = {
  children: ReactNode;
  /** Links and buttons at the end of the strip. */
  action?: ReactNode;
} & (
  | { tone: "warn" | "bad" | "info" }
  | { tone: "context" /** The colour of the client whose console this is. */; color: string }
);

const tones = { warn: "bg-warn-tint text-warn", bad: "bg-bad-tint text-bad", info: "bg-info-tint text-info" };

/** A strip over the page, as wide as the page. */
export function Banner(props: Props) {
  const style = props.tone === "context" ? ({ "--client": props.color } as CSSProperties) : undefined;
  const look =
    props.tone === "context"
      ? "border-t-[3px] border-t-(--client) bg-[color-mix(in_oklab,var(--client)_12%,var(--raised))] text-ink"
      : tones[props.tone];

  return (
    <div
      style={style}
      className={cx("flex flex-wrap items-center gap-x-4 gap-y-1 border-b px-4 py-2 text-sm md:px-7", look)}
    >
      <div className="flex min-h-6 min-w-56 flex-1 items-start gap-2.5 py-[3px]">
        <ToneIcon tone={props.tone === "context" ? "info" : props.tone} />
        <p className="wrap-anywhere min-w-0">{props.children}</p>
      </div>
      {props.action ? (
        <div className="flex flex-wrap gap-x-4 font-semibold max-md:ps-7 [&>*]:inline-flex [&>*]:min-h-6 [&>*]:items-center">
          {props.action}
        </div>
      ) : null}
    </div>
  );
}
