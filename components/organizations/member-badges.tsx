import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { ListedMember } from "@/lib/operations/organization/list-members";

/** How far somebody is on the way in, and whether they are the provider's. */
export function MemberBadges({ status, ofProvider, isAsked }: ListedMember) {
  const t = useTranslations("console");
  const waits = status === "accepted" || isAsked;
  return (
    <>
      {status === "confirmed" ? null : (
        <Badge tone={waits ? "warn" : "neutral"}>
          {t(isAsked ? "team.awaitingApproval" : `statuses.${status}`)}
        </Badge>
      )}
      {ofProvider ? <Badge tone="brass">{t("team.ofProvider")}</Badge> : null}
    </>
  );
}
