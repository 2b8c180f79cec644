"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { keepRoomAtTop } from "@/components/ui/keep-room";
import { selectedAtOnce } from "@/lib/domain/selection";

export type BulkAct = {
  label: string;
  icon: ReactNode;
  busy?: boolean;
  /** Why it cannot be done with what is selected. */
  why?: string;
  onSelect: () => void;
};

type Props = {
  /** What the bar is called, such as "Selected clients". */
  label: string;
  /** How many are selected, in the words of the list. */
  count: string;
  selection: {
    selected: readonly unknown[];
    /** Whether no more can be selected. */
    isFull?: boolean;
    /** Whether the whole page is selected. */
    areAll: boolean;
    tickAll: (isTicked: boolean) => void;
    clear: () => void;
  };
  /** What selects every row that there is; without it, a page of them is meant. */
  all?: string;
  acts: readonly BulkAct[];
};

/** What can be done with what is selected in a list. It stays in sight above the list, on a phone too. */
export function BulkBar({ label, count, selection, all, acts }: Props) {
  const t = useTranslations("ui.bulk");
  const id = useId();
  const reasons = [...new Set(acts.flatMap(({ why }) => why ?? []))];
  const describes = (why: string) => `${id}-${reasons.indexOf(why)}`;
  if (selection.selected.length === 0) return null;
  return (
    <section
      ref={keepRoomAtTop}
      aria-label={label}
      className="sticky top-2 z-10 flex flex-wrap items-center gap-2 rounded-card border border-line-strong bg-raised px-3.5 py-2 shadow-float max-md:top-15"
    >
      <p role="status" className="me-auto font-medium tabular-nums">
        {count}
        {selection.isFull ? (
          <span className="ms-2 font-normal text-label text-warn">
            {t("full", { count: selectedAtOnce })}
          </span>
        ) : null}
      </p>
      {selection.areAll ? null : (
        <Button variant="link" size="s" onClick={() => selection.tickAll(true)}>
          {all ?? t("wholePage")}
        </Button>
      )}
      {acts.map((act) => (
        <Button
          key={act.label}
          variant="quiet"
          size="s"
          busy={act.busy ?? false}
          icon={act.icon}
          {...(act.why
            ? { "aria-disabled": true, "aria-describedby": describes(act.why), "data-off": true }
            : { onClick: act.onSelect })}
        >
          {act.label}
        </Button>
      ))}
      <IconButton size="s" label={t("clear")} icon={<X aria-hidden="true" />} onClick={selection.clear} />
      {reasons.map((why) => (
        <p key={why} id={describes(why)} className="w-full text-label text-muted">
          {why}
        </p>
      ))}
    </section>
  );
}
