"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { useKept } from "@/components/forms/kept";
import { SavingDrawer } from "@/components/forms/saving-drawer";
import { restsOnOld } from "@/components/forms/stale";
import { useAsked } from "@/components/forms/use-asked";
import { useSave } from "@/components/forms/use-save";
import { useGiveUpRole } from "@/components/people/give-up-role";
import type { MemberFormActions } from "@/components/people/member-actions";
import { commandsFor, type MemberEdits, noEdits } from "@/components/people/member-edits";
import { MemberParts } from "@/components/people/member-parts";
import { useToast } from "@/components/ui/toast";
import { losesByRole } from "@/lib/domain/organization/custom-role";
import type { OrganizationRole } from "@/lib/domain/organization/member";
import { permissionsOfRole } from "@/lib/domain/organization/permissions";
import type { ActionResult } from "@/lib/http/result";
import type { OrganizationFrame } from "@/lib/operations/organization/get-organization-frame";

type Props = {
  organizationId: string;
  memberId: string;
  givable: OrganizationFrame["givable"];
  actions: MemberFormActions;
  onClose: () => void;
};

/** Whether this role, by itself, includes the list of members. */
const seesMembers = (role: OrganizationRole | undefined) =>
  role !== undefined && permissionsOfRole[role].includes("read_members");

/** Edits one member: role, groups, and collections given by name. What is saved is what was changed here. */
export function MemberDrawer({ organizationId, memberId, givable, actions, onClose }: Props) {
  const t = useTranslations("members.drawer");
  const toast = useToast();
  const router = useRouter();
  const { isSure, question } = useGiveUpRole({ of: "organization" });
  const { act, busy, problem } = useSave();
  const { getMember } = actions;
  const { answer, askAgain } = useAsked(
    useCallback(() => getMember({ organizationId, memberId }), [organizationId, memberId, getMember]),
  );
  const [edits, setEdits] = useKept<MemberEdits>(`edits of ${memberId}`, noEdits);
  const member = answer?.ok ? answer.result : null;
  const isGivenUp = member?.isYou === true && edits.role !== null && losesByRole(member, edits.role);
  const leaves = isGivenUp && !seesMembers(edits.role?.role);
  const changeRole = leaves ? actions.giveUpRole : actions.changeRole;
  const commands = member ? commandsFor(organizationId, member, edits, { ...actions, changeRole }) : [];

  async function save() {
    if (commands.length === 0) return onClose();
    if (isGivenUp && !(await isSure())) return;
    const send = async () => {
      let last: ActionResult<unknown> = { ok: true, result: null };
      for (const command of commands) {
        last = await command();
        if (last.ok) continue;
        if (restsOnOld(last.failure)) {
          setEdits(noEdits);
          askAgain();
        }
        return last;
      }
      return last;
    };
    void act(send, () => {
      toast.success(t("saved"));
      if (!leaves) return onClose();
      router.push("/");
      router.refresh();
    });
  }

  return (
    <SavingDrawer
      title={member ? (member.name ?? member.email) : t("title")}
      read={answer === null ? "loading" : (member ?? "failed")}
      texts={{ save: t("save"), failed: t("failed"), failedText: t("failedText") }}
      isChanged={commands.length > 0}
      busy={busy}
      problem={problem}
      onSave={save}
      onClose={onClose}
    >
      {(read) => (
        <>
          <MemberParts
            organizationId={organizationId}
            member={read}
            givable={givable}
            actions={actions}
            edits={edits}
            onChange={(change) => setEdits({ ...edits, ...change })}
          />
          {question}
        </>
      )}
    </SavingDrawer>
  );
}
