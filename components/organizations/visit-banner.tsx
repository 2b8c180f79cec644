"use client";

import { useFormatter, useTranslations } from "next-intl";
import { LeaveClient } from "@/components/organizations/leave-client";
import type { LeaveAction } from "@/components/organizations/use-leave-client";
import { Banner } from "@/components/ui/banner";
import { colorOf } from "@/components/ui/color-of";
import { useTimeZone } from "@/components/ui/use-time-zone";

type Props = {
  organizationId: string;
  provider: string;
  since: Date;
  leave: LeaveAction;
};

/** Says in whose house one is, and that those who live there can see it. It cannot be dismissed. */
export function VisitBanner({ organizationId, provider, since, leave }: Props) {
  const t = useTranslations("visits");
  const format = useFormatter();
  const timeZone = useTimeZone();
  return (
    <Banner
      tone="context"
      color={colorOf(organizationId)}
      action={<LeaveClient organizationId={organizationId} leave={leave} />}
    >
      {t.rich("banner", {
        provider,
        since: format.dateTime(since, { timeStyle: "short", timeZone }),
        strong: (text) => <strong className="font-semibold">{text}</strong>,
      })}
    </Banner>
  );
}
