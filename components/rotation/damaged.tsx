import { useTranslations } from "next-intl";
import { Callout } from "@/components/ui/callout";

/** How many are named. */
const shown = 20;

/** What does not open, so that a key cannot be replaced. */
export function Damaged({ damaged }: { damaged: readonly { kind: string; id: string }[] }) {
  const t = useTranslations("rotation");
  return (
    <Callout tone="bad" title={t("damaged", { count: damaged.length })}>
      {t("damagedText")}
      <ul className="mt-1.5 flex flex-col gap-0.5 text-label">
        {damaged.slice(0, shown).map(({ kind, id }) => (
          <li key={id}>{t("damagedRow", { kind, id })}</li>
        ))}
      </ul>
    </Callout>
  );
}
