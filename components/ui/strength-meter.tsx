import { useTranslations } from "next-intl";
import { cx } from "@/components/ui/cx";
import { VisuallyHidden } from "@/components/ui/visually-hidden";

export type Strength = 0 | 1 | 2 | 3 | 4;

const words = ["veryWeak", "weak", "fair", "good", "strong"] as const;
const fills = ["bg-bad", "bg-bad", "bg-warn", "bg-ok", "bg-ok"] as const;
const inks = ["text-bad", "text-bad", "text-warn", "text-ok", "text-ok"] as const;

/** How hard a password is to guess: one word, and a bar of four parts. */
export function StrengthMeter({ score }: { score: Strength }) {
  const t = useTranslations("ui.strength");
  const filled = Math.max(score, 1);
  return (
    <div className="flex items-center gap-3">
      <span aria-hidden="true" className="flex flex-1 gap-1">
        {[0, 1, 2, 3].map((quarter) => (
          <span
            key={quarter}
            className={cx(
              "keeps-color h-1.5 flex-1 rounded-full transition-colors",
              quarter < filled ? fills[score] : "bg-line",
            )}
          />
        ))}
      </span>
      <span aria-live="polite" className={cx("min-w-16 text-end font-medium text-label", inks[score])}>
        <VisuallyHidden>{t("label")} </VisuallyHidden>
        {t(words[score])}
      </span>
    </div>
  );
}
