"use client";

import { useTranslations } from "next-intl";
import { type LostFile, mayComeYet } from "@/components/import/send-files";
import { useProblemText } from "@/components/items/use-problem-text";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";

/** How many are named. */
const shown = 100;

type Props = { lost: readonly LostFile[]; onAgain: () => void };

/** Which files did not come with their items, and why. What may come yet can be tried again. */
export function LostFiles({ lost, onAgain }: Props) {
  const t = useTranslations("import.files");
  const problem = useProblemText();
  if (lost.length === 0) return null;
  const textOf = ({ reason }: LostFile) =>
    reason.is === "itemGone" || reason.is === "notInFile" || reason.is === "stopped"
      ? t(`reason.${reason.is}`)
      : problem(reason);
  return (
    <Callout
      tone="warn"
      role="alert"
      title={t("lost", { count: lost.length })}
      action={
        lost.some(mayComeYet) ? (
          <Button variant="quiet" size="s" onClick={onAgain}>
            {t("again")}
          </Button>
        ) : null
      }
    >
      <ul className="flex max-h-80 flex-col gap-1 overflow-y-auto">
        {lost.slice(0, shown).map((file, at) => (
          // Two of them may be called the same, and the list does not change.
          // biome-ignore lint/suspicious/noArrayIndexKey: it stands still
          <li key={at}>{t("named", { name: file.name, why: textOf(file) })}</li>
        ))}
        {lost.length > shown ? <li>{t("more", { count: lost.length - shown })}</li> : null}
      </ul>
    </Callout>
  );
}
