"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ApplyActions } from "@/components/blueprints/blueprint-actions";
import { useAct } from "@/components/forms/use-act";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";

type Props = {
  which: { providerId: string; organizationId: string };
  leave: ApplyActions["leave"];
  /** What leaving is called here. */
  children: string;
};

/** The two ways on from a client that was entered for a blueprint: into its console, or out of it. */
export function LeaveButtons({ which: { providerId, organizationId }, leave, children }: Props) {
  const t = useTranslations("blueprints.applying");
  const router = useRouter();
  const { act, busy } = useAct();
  const leaveNow = () =>
    act(
      () => leave({ organizationId }),
      () => router.push(`/providers/${providerId}/blueprints`),
    );
  return (
    <>
      <LinkButton href={`/organizations/${organizationId}`} variant="quiet">
        {t("toConsole")}
      </LinkButton>
      <Button variant="quiet" busy={busy} onClick={() => void leaveNow()}>
        {children}
      </Button>
    </>
  );
}
