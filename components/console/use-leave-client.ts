"use client";

import { useRouter } from "next/navigation";
import { useAct } from "@/components/forms/use-act";
import { unlessUnsaved } from "@/components/ui/unsaved";
import type { ActionResult } from "@/lib/http/result";

export type LeaveAction = (input: {
  organizationId: string;
}) => Promise<ActionResult<{ providerId: string }>>;

/** Ends the visit and goes back to the provider's clients. */
export function useLeaveClient(organizationId: string, leave: LeaveAction) {
  const router = useRouter();
  const { act, busy } = useAct();
  const leaveNow = () =>
    act(
      () => leave({ organizationId }),
      ({ providerId }) => {
        router.push(`/providers/${providerId}/clients`);
        // The browser's Back does not show pages of the visit again.
        router.refresh();
      },
    );
  const leaveClient = () => unlessUnsaved(() => void leaveNow());
  return { leaveClient, busy };
}
