"use client";

import { useFormatter, useTranslations } from "next-intl";
import { LeaveClient } from "@/components/console/leave-client";
import type { LeaveAction } from "@/components/console/use-leave-client";
import { Banner } from "@/components/ui/banner";
import { colorOf } from "@/components/ui/color-of";
import { useTimeZone } from "@/components/ui/use-time-zone";

type Props = {
  organizationId: string;
  provider: string;
  since: Date;
  /** Whether the client lets its provider see items. */
  opensItems: boolean;
  leave: LeaveAction;
};

/** Says whose client the visitor is in, and that the client can see the visit. It cannot be closed. */
export function VisitBanner({ organizationId, provider, since, opensItems, leave }: Props) {
  const t = useTranslations("visits");
  const format = useFormatter();
  const timeZone = useTimeZone();
  const dayOf = (instant: Date) => format.dateTime(instant, { dateStyle: "medium", timeZone });
  const time = format.dateTime(since, { timeStyle: "short", timeZone });
  return (
    <Banner
      tone="context"
      color={colorOf(organizationId)}
      action={<LeaveClient organizationId={organizationId} leave={leave} />}
    >
      {t.rich("banner", {
        provider,
        items: opensItems ? "yes" : "no",
        since:
          dayOf(since) === dayOf(new Date())
            ? t("since", { time })
            : t("sinceDay", { day: dayOf(since), time }),
        strong: (text) => <strong className="font-semibold">{text}</strong>,
      })}
    </Banner>
  );
}
