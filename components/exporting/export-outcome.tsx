import { useTranslations } from "next-intl";
import type { Outcome } from "@/components/exporting/use-export-file";
import { useAct } from "@/components/forms/use-act";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { useToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/http/result";

type Props = { outcome: Outcome; saveSealed: (outcome: Outcome) => Promise<ActionResult<null>> };

/** What came of an export, and which items are damaged. These can be saved as they are. */
export function ExportOutcome({ outcome, saveSealed }: Props) {
  const { count, left, damaged } = outcome;
  const t = useTranslations("exporting");
  const toast = useToast();
  const { act, busy } = useAct();
  const save = () =>
    act(
      () => saveSealed(outcome),
      () => toast.success(t("savedSealed", { count: damaged.length })),
    );
  return (
    <>
      <div role="status">
        <Callout tone={count > 0 ? "ok" : "info"} title={t("done", { count })}>
          <p>{t("logged")}</p>
          {left > 0 ? <p>{t("left", { count: left })}</p> : null}
        </Callout>
      </div>
      {damaged.length > 0 ? (
        <Callout
          tone="warn"
          title={t("damaged", { count: damaged.length })}
          action={
            <Button variant="quiet" size="s" busy={busy} onClick={() => void save()}>
              {t("saveSealed")}
            </Button>
          }
        >
          <p>{t("damagedText")}</p>
          <ul className="mt-1 list-disc ps-5">
            {damaged.map(({ facts, opened }) => (
              <li key={facts.id}>
                <bdi>{opened?.content.name || t("unnamed")}</bdi>
              </li>
            ))}
          </ul>
        </Callout>
      ) : null}
    </>
  );
}
