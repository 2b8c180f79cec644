"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useAct } from "@/components/forms/use-act";
import type { ActionResult } from "@/lib/http/result";

type Props = {
  organizationId: string;
  leave: (input: { organizationId: string }) => Promise<ActionResult<{ providerId: string }>>;
};

/** Ends the visit and goes back to the provider's clients. */
export function LeaveClient({ organizationId, leave }: Props) {
  const t = useTranslations("visits");
  const router = useRouter();
  const { act, busy } = useAct();
  return (
    <button
      type="button"
      aria-disabled={busy}
      className="min-h-6 rounded-small hover:underline"
      onClick={() =>
        act(
          () => leave({ organizationId }),
          ({ providerId }) => router.push(`/providers/${providerId}/clients`),
        )
      }
    >
      {t("leave")}
    </button>
  );
}
