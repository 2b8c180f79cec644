import { useTranslations } from "next-intl";
import type { Person } from "@/components/people/person";
import { Badge } from "@/components/ui/badge";

/** A person's status, and whether they are the reader themselves or belong to the provider. */
export function PersonBadges({ status, isYou, ofProvider, isAsked }: Person) {
  const t = useTranslations("members");
  const waits = status === "accepted" || isAsked;
  return (
    <>
      {isYou ? <Badge tone="neutral">{t("list.you")}</Badge> : null}
      {status === "confirmed" ? null : (
        <Badge tone={waits ? "warn" : status === "revoked" ? "bad" : "neutral"}>
          {t(`status.${isAsked ? "asked" : status}`)}
        </Badge>
      )}
      {ofProvider ? <Badge tone="brass">{t("list.ofProvider")}</Badge> : null}
    </>
  );
}
