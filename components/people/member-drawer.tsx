"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { useKept } from "@/components/forms/kept";
import { SavingDrawer } from "@/components/forms/saving-drawer";
import { useAsked } from "@/components/forms/use-asked";
import { useSave } from "@/components/forms/use-save";
import type { MemberFormActions } from "@/components/people/member-actions";
import { commandsFor, type MemberEdits, noEdits } from "@/components/people/member-edits";
import { MemberTabs } from "@/components/people/member-tabs";
import { useMemberRoles } from "@/components/people/use-role-choices";
import { RadioGroup } from "@/components/ui/radio-group";
import { useToast } from "@/components/ui/toast";
import { takesPermissions } from "@/lib/domain/organization/custom-role";
import type { ActionResult } from "@/lib/http/result";
import type { OrganizationMember } from "@/lib/operations/organization/get-member";
import type { OrganizationFrame } from "@/lib/operations/organization/get-organization-frame";

type Props = {
  organizationId: string;
  memberId: string;
  givable: OrganizationFrame["givable"];
  actions: MemberFormActions;
  onClose: () => void;
};

/** Edits one member: role, groups, and collections given by name. What is saved is what was changed here. */
export function MemberDrawer({ organizationId, memberId, givable, actions, onClose }: Props) {
  const t = useTranslations("members.drawer");
  const toast = useToast();
  const { act, busy, problem } = useSave();
  const { getMember } = actions;
  const { answer, askAgain } = useAsked(
    useCallback(() => getMember({ organizationId, memberId }), [organizationId, memberId, getMember]),
  );
  const [edits, setEdits] = useKept<MemberEdits>(`edits of ${memberId}`, noEdits);
  const member = answer?.ok ? answer.result : null;
  const commands = member ? commandsFor(organizationId, member, edits, actions) : [];

  function save() {
    if (commands.length === 0) return onClose();
    const send = async () => {
      let last: ActionResult<unknown> = { ok: true, result: null };
      for (const command of commands) {
        last = await command();
        if (last.ok) continue;
        if (last.failure.code === "access_changed") {
          setEdits(noEdits);
          askAgain();
        }
        return last;
      }
      return last;
    };
    void act(send, () => {
      toast.success(t("saved"));
      onClose();
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
        <Parts
          organizationId={organizationId}
          member={read}
          givable={givable}
          actions={actions}
          edits={edits}
          onChange={(change) => setEdits({ ...edits, ...change })}
        />
      )}
    </SavingDrawer>
  );
}

type PartsProps = Pick<Props, "organizationId" | "givable" | "actions"> & {
  member: OrganizationMember;
  edits: MemberEdits;
  onChange: (change: Partial<MemberEdits>) => void;
};

function Parts({ organizationId, member, givable, actions, edits, onChange }: PartsProps) {
  const t = useTranslations("members");
  const { role, permissions } = edits.role ?? member;
  const roles = useMemberRoles(
    givable.roles.includes(member.role) ? givable.roles : [...givable.roles, member.role],
  );
  return (
    <>
      {member.name ? <p className="wrap-anywhere text-muted">{member.email}</p> : null}
      <MemberTabs
        role={
          <RadioGroup
            legend={t("inviteDialog.role")}
            name="role"
            options={roles}
            value={role}
            disabled={!member.may.role}
            onChange={({ target }) => {
              const chosen = roles.find(({ value }) => value === target.value);
              if (chosen)
                onChange({
                  role: {
                    role: chosen.value,
                    permissions: takesPermissions(chosen.value) ? permissions : [],
                  },
                });
            }}
          />
        }
        tree={
          takesPermissions(role)
            ? {
                givable: member.may.role ? givable.permissions : [],
                permissions,
                onChange: (next) => onChange({ role: { role, permissions: next } }),
              }
            : null
        }
        groups={
          member.groups && member.may.groups
            ? {
                organizationId,
                listGroups: actions.listGroups,
                chosen: edits.groups ?? member.groups,
                onChange: (groups) => onChange({ groups }),
              }
            : null
        }
        collections={
          member.grants && member.may.collections
            ? {
                organizationId,
                actions,
                grants: edits.grants ?? member.grants,
                hint: t("drawer.byName"),
                onChange: (grants) => onChange({ grants }),
              }
            : null
        }
      />
    </>
  );
}
