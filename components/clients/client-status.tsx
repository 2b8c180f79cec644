import { useTranslations } from "next-intl";
import type { ClientRow } from "@/components/clients/clients";
import { Badge } from "@/components/ui/badge";
import type { Tone } from "@/components/ui/tone";
import { type ClientStanding, shownStanding } from "@/lib/domain/provider/standing";

const tones: Record<ClientStanding | "full", Tone> = {
  active: "ok",
  onboarding: "neutral",
  ownerless: "warn",
  suspended: "bad",
  full: "warn",
};

type Props = Pick<ClientRow, "standing" | "remaining" | "toConfirm">;

/** How a client stands, whether a seat is left, and who waits for the provider in it. */
export function ClientStatus({ standing, remaining, toConfirm }: Props) {
  const t = useTranslations("clients.list");
  return (
    <>
      {shownStanding({ standing, remaining }).map((shown) => (
        <Badge key={shown} tone={tones[shown]}>
          {t(`standing.${shown}`)}
        </Badge>
      ))}
      {toConfirm > 0 && standing !== "suspended" ? (
        <Badge tone="warn">{t("toConfirm", { count: toConfirm })}</Badge>
      ) : null}
    </>
  );
}
