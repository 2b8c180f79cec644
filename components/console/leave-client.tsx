"use client";

import { useTranslations } from "next-intl";
import { type LeaveAction, useLeaveClient } from "@/components/console/use-leave-client";

type Props = { organizationId: string; leave: LeaveAction };

/** The way out of the client, in the banner of the visit. */
export function LeaveClient({ organizationId, leave }: Props) {
  const t = useTranslations("visits");
  const { leaveClient, busy } = useLeaveClient(organizationId, leave);
  return (
    <button
      type="button"
      aria-disabled={busy}
      className="min-h-6 rounded-small hover:underline"
      onClick={leaveClient}
    >
      {t("leave")}
    </button>
  );
}
