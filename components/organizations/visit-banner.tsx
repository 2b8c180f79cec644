"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { LeaveClient } from "@/components/organizations/leave-client";
import { Banner } from "@/components/ui/banner";
import { colorOf } from "@/components/ui/color-of";
import type { ActionResult } from "@/lib/http/result";

type Props = {
  organizationId: string;
  provider: string;
  since: Date;
  leave: (input: { organizationId: string }) => Promise<ActionResult<{ providerId: string }>>;
};

const never = () => () => {};

/** Says in whose house one is, and that those who live there can see it. It cannot be dismissed. */
export function VisitBanner({ organizationId, provider, since, leave }: Props) {
  const t = useTranslations("visits");
  const format = useFormatter();
  // The server does not know where the person sits; the browser does.
  const timeZone = useSyncExternalStore(
    never,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => "UTC",
  );
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
