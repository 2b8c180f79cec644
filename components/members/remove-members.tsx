"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { reach } from "@/components/forms/reach";
import { useMessages } from "@/components/forms/use-messages";
import type { MemberActions, MemberRow } from "@/components/members/member-actions";
import { StaffPlaces } from "@/components/members/staff-places";
import { shownName } from "@/components/people/shown-name";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useToast } from "@/components/ui/toast";

type Props = {
  providerId: string;
  members: MemberRow[];
  remove: MemberActions["remove"];
  listPlaces: MemberActions["listPlaces"];
  onClose: () => void;
};

/** Asks, then removes them in one act; who could not be removed is told by name. */
export function RemoveMembers({ providerId, members, remove, listPlaces, onClose }: Props) {
  const t = useTranslations("members.removeDialog");
  const { failure } = useMessages();
  const toast = useToast();
  const [isBusy, setBusy] = useState(false);
  const [problems, setProblems] = useState<string[]>([]);
  const [first] = members;
  if (!first) return null;

  async function run() {
    setBusy(true);
    const answer = await reach(remove({ providerId, memberIds: members.map(({ id }) => id) }));
    setBusy(false);
    if (!answer.ok) return setProblems([failure(answer.failure)]);
    const rows = answer.result.rows;
    const refusals = new Map(rows.map(({ id, refusal }) => [id, refusal]));
    const refused = members.flatMap((member) => {
      const code = refusals.get(member.id);
      return code ? t("failed", { name: shownName(member), reason: failure({ code }) }) : [];
    });
    setProblems(refused);
    if (refused.length < rows.length) toast.success(t("removed", { count: rows.length - refused.length }));
    if (refused.length === 0) onClose();
  }

  const isInvitation = !members.some(({ status }) => status !== "invited");
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={
        members.length === 1
          ? t("title", { name: shownName(first) })
          : t("titleMany", { count: members.length })
      }
      confirm={t("confirm")}
      onConfirm={run}
      busy={isBusy}
      failure={
        problems.length > 0 ? (
          <ul role="alert" className="flex flex-col gap-1 text-bad">
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        ) : null
      }
    >
      {isInvitation ? t("invited") : t("text")}
      <StaffPlaces providerId={providerId} members={members} listPlaces={listPlaces} />
    </ConfirmDialog>
  );
}
