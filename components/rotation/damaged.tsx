import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { Damage } from "@/lib/vault/run-rotation";

/** How many are named. */
const shown = 20;

type Props = {
  damaged: readonly Damage[];
  /** Goes on without them. */
  leaveBehind: () => void;
};

/** What does not open, and what becomes of it. A key is replaced once it was mended or is left behind. */
export function Damaged({ damaged, leaveBehind }: Props) {
  const t = useTranslations("rotation");
  const [isAsked, setAsked] = useState(false);
  const kinds = new Set(damaged.map(({ kind }) => kind));
  return (
    <Callout
      tone="bad"
      title={t("damaged", { count: damaged.length })}
      action={
        <Button size="s" variant="danger" onClick={() => setAsked(true)}>
          {t("lost.leave")}
        </Button>
      }
    >
      {t("damagedText")}
      <ul className="mt-1.5 flex flex-col gap-0.5 text-label">
        {damaged.slice(0, shown).map(({ kind, id, whose }) => (
          <li key={id} className="wrap-anywhere">
            {t("damagedRow", { kind, id: whose ?? id })}
          </li>
        ))}
        {damaged.length > shown ? <li>{t("lost.more", { count: damaged.length - shown })}</li> : null}
      </ul>
      <ConfirmDialog
        open={isAsked}
        onOpenChange={setAsked}
        title={t("lost.title", { count: damaged.length })}
        confirm={t("lost.leave")}
        typed={String(damaged.length)}
        onConfirm={leaveBehind}
      >
        <ul className="flex list-disc flex-col gap-1.5 ps-5">
          {(["item", "folder", "collection", "member"] as const).map((kind) =>
            kinds.has(kind) ? <li key={kind}>{t(`lost.${kind}`)}</li> : null,
          )}
          <li>{t("lost.log")}</li>
        </ul>
      </ConfirmDialog>
    </Callout>
  );
}
