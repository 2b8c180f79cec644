import { useTranslations } from "next-intl";
import type { ClientRow } from "@/components/clients/clients";
import { Badge } from "@/components/ui/badge";
import type { Tone } from "@/components/ui/tone";
import type { ClientStanding } from "@/lib/domain/provider/standing";

const tones: Record<ClientStanding, Tone> = {
  active: "ok",
  onboarding: "neutral",
  ownerless: "warn",
  suspended: "bad",
};

type Props = Pick<ClientRow, "standing" | "remaining" | "toConfirm">;

/** How a client stands, whether a seat is left, and who waits for the provider in it. */
export function ClientStatus({ standing, remaining, toConfirm }: Props) {
  const t = useTranslations("clients.list");
  const isFull = remaining <= 0 && standing !== "suspended";
  return (
    <>
      {isFull && standing === "active" ? null : (
        <Badge tone={tones[standing]}>{t(`standing.${standing}`)}</Badge>
      )}
      {isFull ? <Badge tone="warn">{t("noSeat")}</Badge> : null}
      {toConfirm > 0 && standing !== "suspended" ? (
        <Badge tone="warn">{t("toConfirm", { count: toConfirm })}</Badge>
      ) : null}
    </>
  );
}
