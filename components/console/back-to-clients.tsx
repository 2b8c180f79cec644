"use client";

import { Building2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { type LeaveAction, useLeaveClient } from "@/components/console/use-leave-client";

type Props = { organizationId: string; leave: LeaveAction };

/**
 * Leaves the client as the banner does, from the foot of the side bar, so that nobody goes back with the visit
 * still open.
 */
export function BackToClients({ organizationId, leave }: Props) {
  const t = useTranslations("console");
  const { leaveClient, busy } = useLeaveClient(organizationId, leave);
  return (
    <button
      type="button"
      aria-disabled={busy}
      className="flex min-h-8.5 w-full items-center gap-2.5 rounded-item px-2.5 py-1 text-start font-book text-side-ink transition-colors hover:bg-side-active/60 hover:text-white"
      onClick={leaveClient}
    >
      <Building2 aria-hidden="true" className="opacity-80" />
      <span className="min-w-0 flex-1">{t("backToClients")}</span>
    </button>
  );
}
