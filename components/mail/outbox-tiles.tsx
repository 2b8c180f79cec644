import { useTranslations } from "next-intl";
import { StatTile } from "@/components/ui/stat-tile";

type Outbox = { waiting: number; sent: number; failed: number; lastError: string | null };

/** What became of the mails of this instance, in three numbers. */
export function OutboxTiles({ outbox }: { outbox: Outbox }) {
  const t = useTranslations("mail.page");
  const isTroubled = outbox.lastError !== null && outbox.waiting + outbox.failed > 0;
  return (
    <div className="grid gap-3.5 sm:grid-cols-3">
      <StatTile label={t("waiting")} value={outbox.waiting}>
        {t("waitingMeaning")}
        {isTroubled ? <p>{t("lastError", { reason: outbox.lastError ?? "" })}</p> : null}
      </StatTile>
      <StatTile label={t("sent")} value={outbox.sent}>
        {t("sentMeaning")}
      </StatTile>
      <StatTile label={t("failed")} value={outbox.failed}>
        {t("failedMeaning")}
      </StatTile>
    </div>
  );
}
