"use client";

import { useTranslations } from "next-intl";
import { useAct } from "@/components/forms/use-act";
import type { RecoveryActions } from "@/components/recovery/recovery-actions";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { DateTime } from "@/components/ui/date-time";
import { PersonAvatar } from "@/components/ui/person-avatar";
import { RowName } from "@/components/ui/row-name";
import { Td, Tr } from "@/components/ui/table";
import { useToast } from "@/components/ui/toast";
import type { Enrolled } from "@/lib/operations/recovery/list-enrolled";

type Member = Enrolled["members"][number];
type Props = {
  organizationId: string;
  member: Member;
  takeBack: RecoveryActions["takeBack"];
  onRecover: () => void;
  onApprove: () => void;
  onAsk: () => void;
};

/** One member: whether their account can be recovered, what waits, and what can be done. */
export function EnrolledRow({ organizationId, member, takeBack, onRecover, onApprove, onAsk }: Props) {
  const t = useTranslations("recovery");
  const { act, busy } = useAct();
  const toast = useToast();
  const { id, name, email, waits, may } = member;
  const shown = name ?? email;
  return (
    <Tr>
      <Td narrow="lead">
        <RowName
          picture={<PersonAvatar of={member} name={shown} />}
          name={shown}
          detail={name ? email : null}
        />
      </Td>
      <Td label={t("state")}>
        <State member={member} />
      </Td>
      <Td>
        <div className="flex flex-wrap gap-2">
          {may.recover ? (
            <Button size="s" variant="quiet" onClick={onRecover}>
              {t("recover")}
            </Button>
          ) : null}
          {may.approve ? (
            <Button size="s" variant="quiet" onClick={onApprove}>
              {t("approve")}
            </Button>
          ) : null}
          {may.ask ? (
            <Button size="s" variant="quiet" onClick={onAsk}>
              {t("ask")}
            </Button>
          ) : null}
          {may.takeBack && waits ? (
            <Button
              size="s"
              variant="quiet"
              busy={busy}
              onClick={() =>
                void act(
                  () =>
                    takeBack({
                      organizationId,
                      memberId: id,
                      askedBy: waits.askedBy,
                      askedAt: waits.askedAt,
                    }),
                  () => toast.success(t("takenBack")),
                )
              }
            >
              {t(waits.isYours ? "takeBack" : "refuse")}
            </Button>
          ) : null}
        </div>
      </Td>
    </Tr>
  );
}

function State({ member: { waits, isEnrolled, isOwed } }: { member: Member }) {
  const t = useTranslations("recovery");
  if (!waits) {
    if (isEnrolled) return t("enrolled");
    return <span className="text-muted">{t(isOwed ? "owed" : "notEnrolled")}</span>;
  }
  return (
    <Badge tone="warn">
      <span>
        {waits.forProvider && !waits.isApproved
          ? t("waitsForOwner")
          : t.rich(waits.isReady ? "until" : "from", {
              at: () => <DateTime value={waits.isReady ? waits.usableUntil : waits.readyAt} />,
            })}
      </span>
    </Badge>
  );
}
