import { useTranslations } from "next-intl";
import type { Person } from "@/components/people/person";
import { Badge } from "@/components/ui/badge";
import { DateTime } from "@/components/ui/date-time";

type Props = Pick<Person, "invitation" | "accessEndsAt" | "accessEnded">;

/** How long somebody's invitation works, and until when their access lasts; nothing where there is no end. */
export function PersonTerms({ invitation, accessEndsAt, accessEnded }: Props) {
  const t = useTranslations("members.terms");
  const day = () => (accessEndsAt ? <DateTime value={accessEndsAt} show="date" /> : null);
  return (
    <>
      {invitation?.isExpired ? <Badge tone="warn">{t("expired")}</Badge> : null}
      {invitation && !invitation.isExpired ? (
        <span className="text-label text-muted">{t("expires", { count: invitation.daysLeft })}</span>
      ) : null}
      {accessEndsAt && accessEnded ? (
        <Badge tone="bad">
          <span>{t.rich("ended", { day })}</span>
        </Badge>
      ) : null}
      {accessEndsAt && !accessEnded ? (
        <span className="text-label text-muted">{t.rich("until", { day })}</span>
      ) : null}
    </>
  );
}
