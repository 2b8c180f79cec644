"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useAct } from "@/components/forms/use-act";
import { ApproveRecovery } from "@/components/recovery/approve-recovery";
import { RecoverDialog } from "@/components/recovery/recover-dialog";
import type { RecoveryActions } from "@/components/recovery/recovery-actions";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { DateTime } from "@/components/ui/date-time";
import { RowName } from "@/components/ui/row-name";
import { Table, Tbody, Td, Thead, Tr } from "@/components/ui/table";
import { Th } from "@/components/ui/table-heading";
import { useToast } from "@/components/ui/toast";
import type { Enrolled } from "@/lib/operations/recovery/list-enrolled";

type Member = Enrolled["members"][number];
type Props = { organizationId: string; members: Member[]; actions: RecoveryActions };

/** Members whose accounts can be recovered, and what waits. */
export function EnrolledTable({ organizationId, members, actions }: Props) {
  const t = useTranslations("recovery");
  const { act, busy } = useAct();
  const toast = useToast();
  const [chosen, setChosen] = useState<Member | null>(null);
  const [approved, setApproved] = useState<Member | null>(null);
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
            const { id, userId, name, email, waits, may } = member;
            const which = { organizationId, memberId: id };
            return (
              <Tr key={id}>
                <Td narrow="lead">
                  <RowName
                    picture={<Avatar id={userId} name={shownName(member)} kind="person" />}
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
                  ) : (
                    t("enrolled")
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
                      <Button size="s" variant="quiet" onClick={() => setApproved(member)}>
                        {t("approve")}
                      </Button>
                    ) : null}
                    {(["ask", "takeBack"] as const).map((what) =>
                      may[what] ? (
                        <Button
                          key={what}
                          size="s"
                          variant="quiet"
                          busy={busy}
                          onClick={() =>
                            void act(
                              () => actions[what](which),
                              () => toast.success(t(what === "ask" ? "asked" : "takenBack")),
                            )
                          }
                        >
                          {t(what === "takeBack" && !waits?.isYours ? "refuse" : what)}
                        </Button>
                      ) : null,
                    )}
                  </div>
                </Td>
              </Tr>
            );
          })}
        </Tbody>
      </Table>
      {approved?.waits ? (
        <ApproveRecovery
          organizationId={organizationId}
          member={approved}
          waits={approved.waits}
          approve={actions.approve}
          onClose={() => setApproved(null)}
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
