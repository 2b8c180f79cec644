import { useTranslations } from "next-intl";
import { StatTile } from "@/components/ui/stat-tile";

type Outbox = { waiting: number; sent: number; failed: number; lastError: string | null };

/** What became of the mails of this instance, in three numbers. */
export function OutboxTiles({ outbox }: { outbox: Outbox }) {
  const t = useTranslations("mail.page");
  const isTroubled = outbox.lastError !== null && outbox.waiting + outbox.failed > 0;
  return (
    <div className="grid grid-cols-3 gap-2 sm:gap-3.5">
      <StatTile label={t("waiting")} value={outbox.waiting}>
        <span className="max-sm:sr-only">{t("waitingMeaning")}</span>
        {isTroubled ? <p>{t("lastError", { reason: outbox.lastError ?? "" })}</p> : null}
      </StatTile>
      <StatTile label={t("sent")} value={outbox.sent}>
        <span className="max-sm:sr-only">{t("sentMeaning")}</span>
      </StatTile>
      <StatTile label={t("failed")} value={outbox.failed}>
        <span className="max-sm:sr-only">{t("failedMeaning")}</span>
      </StatTile>
    </div>
  );
}
