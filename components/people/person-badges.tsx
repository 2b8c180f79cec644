import { useTranslations } from "next-intl";
import { StatusBadge } from "@/components/collections/status-badge";
import type { Person } from "@/components/people/person";
import { PersonTerms } from "@/components/people/person-terms";
import { Badge } from "@/components/ui/badge";

/** A person's status with its terms, and whether they are the reader themselves or belong to the provider. */
export function PersonBadges({ status, isYou, ofProvider, isAsked, ...terms }: Person) {
  const t = useTranslations("members");
  return (
    <>
      {isYou ? <Badge tone="neutral">{t("list.you")}</Badge> : null}
      {isAsked ? <Badge tone="warn">{t("status.asked")}</Badge> : <StatusBadge status={status} />}
      {ofProvider ? <Badge tone="brass">{t("list.ofProvider")}</Badge> : null}
      <PersonTerms {...terms} />
    </>
  );
}
