import { useTranslations } from "next-intl";
import type { ClientRow } from "@/components/clients/clients";
import { Badge } from "@/components/ui/badge";

/** What a client waits for: that the provider confirms somebody, or that the invited owner accepts. */
export function ClientStatus({ state, toConfirm, isUnanswered }: ClientRow) {
  const t = useTranslations("clients.list");
  if (state === "suspended") return <Badge tone="bad">{t("suspended")}</Badge>;
  if (toConfirm > 0) return <Badge tone="warn">{t("toConfirm", { count: toConfirm })}</Badge>;
  return isUnanswered ? <Badge tone="neutral">{t("unanswered")}</Badge> : null;
}
