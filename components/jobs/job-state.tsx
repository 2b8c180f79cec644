import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";

type Props = { clients: number; done: number; refused: number; asBefore: number };

/** How far a job has come, as counts. */
export function JobState({ clients, done, refused, asBefore }: Props) {
  const t = useTranslations("clients.jobs");
  const waiting = clients - done - refused;
  return (
    <span className="inline-flex flex-wrap items-center gap-1.5">
      {done > asBefore ? <Badge tone="ok">{t("doneCount", { count: done - asBefore })}</Badge> : null}
      {asBefore > 0 ? <Badge>{t("asBeforeCount", { count: asBefore })}</Badge> : null}
      {refused > 0 ? <Badge tone="warn">{t("refusedCount", { count: refused })}</Badge> : null}
      {waiting > 0 ? <Badge>{t("waitingCount", { count: waiting })}</Badge> : null}
    </span>
  );
}
