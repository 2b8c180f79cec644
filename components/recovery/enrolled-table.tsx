"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ConfirmAction } from "@/components/forms/confirm-action";
import { ApproveRecovery } from "@/components/recovery/approve-recovery";
import { EnrolledRow } from "@/components/recovery/enrolled-row";
import { RecoverDialog } from "@/components/recovery/recover-dialog";
import type { RecoveryActions } from "@/components/recovery/recovery-actions";
import { Table, Tbody, Thead } from "@/components/ui/table";
import { Th } from "@/components/ui/table-heading";
import type { Enrolled } from "@/lib/operations/recovery/list-enrolled";

type Member = Enrolled["members"][number];
type Props = { organizationId: string; members: Member[]; actions: RecoveryActions };

/** Members, whether their accounts can be recovered, and what waits. */
export function EnrolledTable({ organizationId, members, actions }: Props) {
  const t = useTranslations("recovery");
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
          {members.map((member) => (
            <EnrolledRow
              key={member.id}
              organizationId={organizationId}
              member={member}
              takeBack={actions.takeBack}
              onRecover={() => setChosen(member)}
              onApprove={() => setApprovedId(member.id)}
              onAsk={() => setAsking(member)}
            />
          ))}
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
