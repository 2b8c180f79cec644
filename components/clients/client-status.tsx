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

/** How a client stands, and who waits for the provider in it. */
export function ClientStatus({ standing, toConfirm }: Pick<ClientRow, "standing" | "toConfirm">) {
  const t = useTranslations("clients.list");
  return (
    <>
      <Badge tone={tones[standing]}>{t(`standing.${standing}`)}</Badge>
      {toConfirm > 0 && standing !== "suspended" ? (
        <Badge tone="warn">{t("toConfirm", { count: toConfirm })}</Badge>
      ) : null}
    </>
  );
}
