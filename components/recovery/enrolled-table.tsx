"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ConfirmAction } from "@/components/forms/confirm-action";
import { useAct } from "@/components/forms/use-act";
import { ApproveRecovery } from "@/components/recovery/approve-recovery";
import { RecoverDialog } from "@/components/recovery/recover-dialog";
import type { RecoveryActions } from "@/components/recovery/recovery-actions";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { DateTime } from "@/components/ui/date-time";
import { PersonAvatar } from "@/components/ui/person-avatar";
import { RowName } from "@/components/ui/row-name";
import { Table, Tbody, Td, Thead, Tr } from "@/components/ui/table";
import { Th } from "@/components/ui/table-heading";
import { useToast } from "@/components/ui/toast";
import type { Enrolled } from "@/lib/operations/recovery/list-enrolled";

type Member = Enrolled["members"][number];
type Props = { organizationId: string; members: Member[]; actions: RecoveryActions };

/** Members, whether their accounts can be recovered, and what waits. */
export function EnrolledTable({ organizationId, members, actions }: Props) {
  const t = useTranslations("recovery");
  const { act, busy } = useAct();
  const toast = useToast();
  const [chosen, setChosen] = useState<Member | null>(null);
  const [approvedId, setApprovedId] = useState<string | null>(null);
  const [asking, setAsking] = useState<Member | null>(null);
  // What is approved is what the page shows now: whoever reads on may find another request there.
  const approved = members.find(({ id, may }) => id === approvedId && may.approve);
  const shownName = ({ name, email }: Member) => name ?? email;
  return (
    <>
      <Table label={t("title")}>
        <Thead>
          <Th>{t("member")}</Th>
          <Th>{t("state")}</Th>
          <Th>{t("act")}</Th>
        </Thead>
        <Tbody>
          {members.map((member) => {
            const { id, name, email, isEnrolled, isOwed, waits, may } = member;
            return (
              <Tr key={id}>
                <Td narrow="lead">
                  <RowName
                    picture={<PersonAvatar of={member} name={shownName(member)} />}
                    name={shownName(member)}
                    detail={name ? email : null}
                  />
                </Td>
                <Td label={t("state")}>
                  {waits ? (
                    <Badge tone="warn">
                      <span>
                        {waits.forProvider && !waits.isApproved
                          ? t("waitsForOwner")
                          : t.rich(waits.isReady ? "until" : "from", {
                              at: () => (
                                <DateTime value={waits.isReady ? waits.usableUntil : waits.readyAt} />
                              ),
                            })}
                      </span>
                    </Badge>
                  ) : isEnrolled ? (
                    t("enrolled")
                  ) : (
                    <span className="text-muted">{t(isOwed ? "owed" : "notEnrolled")}</span>
                  )}
                </Td>
                <Td>
                  <div className="flex flex-wrap gap-2">
                    {may.recover ? (
                      <Button size="s" variant="quiet" onClick={() => setChosen(member)}>
                        {t("recover")}
                      </Button>
                    ) : null}
                    {may.approve ? (
                      <Button size="s" variant="quiet" onClick={() => setApprovedId(id)}>
                        {t("approve")}
                      </Button>
                    ) : null}
                    {may.ask ? (
                      <Button size="s" variant="quiet" onClick={() => setAsking(member)}>
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
                              actions.takeBack({
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
          })}
        </Tbody>
      </Table>
      {asking ? (
        <ConfirmAction
          title={t("asking.title", { who: shownName(asking) })}
          confirm={t("asking.confirm")}
          tone="primary"
          act={() => actions.ask({ organizationId, memberId: asking.id })}
          done={t("asked")}
          onClose={() => setAsking(null)}
        >
          <p>{t("asking.text", { who: shownName(asking) })}</p>
          {asking.forProvider ? <p className="mt-2">{t("asking.approval")}</p> : null}
        </ConfirmAction>
      ) : null}
      {approved?.waits ? (
        <ApproveRecovery
          organizationId={organizationId}
          member={approved}
          waits={approved.waits}
          approve={actions.approve}
          onClose={() => setApprovedId(null)}
        />
      ) : null}
      {chosen ? (
        <RecoverDialog
          organizationId={organizationId}
          memberId={chosen.id}
          who={shownName(chosen)}
          actions={actions}
          onClose={() => setChosen(null)}
        />
      ) : null}
    </>
  );
}
