"use client";

import { KeyRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ComponentProps, useState } from "react";
import { reach } from "@/components/forms/reach";
import { useMessages } from "@/components/forms/use-messages";
import { ConfirmInTeam } from "@/components/members/confirm-in-team";
import type { MemberActions, MemberRow } from "@/components/members/member-actions";
import type { MemberAct } from "@/components/members/member-menu";
import { MemberTable } from "@/components/members/member-table";
import { RemoveMembers } from "@/components/members/remove-members";
import { RoleForm } from "@/components/members/role-form";
import { shownName } from "@/components/people/shown-name";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { Dialog } from "@/components/ui/dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { useToast } from "@/components/ui/toast";

type Props = Omit<ComponentProps<typeof MemberTable>, "onAct"> & {
  providerId: string;
  toConfirm: number;
  actions: MemberActions;
};

type Act = { what: Exclude<MemberAct, "resend">; members: MemberRow[] };

/** The team, and the dialogs of what can be done with it. */
export function Members({ providerId, toConfirm, actions, ...table }: Props) {
  const t = useTranslations("members");
  const { failure } = useMessages();
  const toast = useToast();
  const [act, setAct] = useState<Act | null>(null);
  const close = () => setAct(null);
  const waiting = table.members.filter(({ status }) => status === "accepted");

  async function resend(members: MemberRow[]) {
    const memberIds = members.filter(({ status }) => status === "invited").map(({ id }) => id);
    const answer = await reach(actions.resend({ providerId, memberIds }));
    if (!answer.ok) return toast.error(t("nothingSent"), failure(answer.failure));
    const count = answer.result.rows.filter(({ refusal }) => refusal === null).length;
    if (count > 0) toast.success(t("resent", { count }));
    else toast.error(t("nothingSent"), failure({ code: "member_not_invited" }));
  }

  const onAct = (what: MemberAct, members: MemberRow[]) =>
    what === "resend" ? resend(members) : setAct({ what, members });
  const [first] = act?.members ?? [];

  return (
    <>
      {waiting.length > 0 ? (
        <Callout
          tone="brass"
          icon={<KeyRound aria-hidden="true" />}
          title={t("callout.title")}
          action={
            <Button size="s" onClick={() => setAct({ what: "confirm", members: waiting })}>
              {t("callout.action", { count: waiting.length })}
            </Button>
          }
        >
          {t("callout.text", { count: toConfirm })}
        </Callout>
      ) : null}
      {table.members.length > 0 ? (
        <MemberTable {...table} onAct={onAct} />
      ) : (
        <Card>
          <EmptyState illustration="people" title={t("list.emptyTitle")}>
            {t("list.emptyText")}
          </EmptyState>
        </Card>
      )}
      {act?.what === "confirm" ? (
        <ConfirmInTeam
          providerId={providerId}
          members={act.members.filter(({ status }) => status === "accepted")}
          actions={actions}
          onClose={close}
        />
      ) : null}
      <Dialog
        open={act?.what === "role"}
        onOpenChange={close}
        title={first ? t("roleDialog.title", { name: shownName(first) }) : ""}
      >
        {first ? (
          <RoleForm providerId={providerId} member={first} changeRole={actions.changeRole} onClose={close} />
        ) : null}
      </Dialog>
      {act?.what === "remove" ? (
        <RemoveMembers
          providerId={providerId}
          members={act.members}
          remove={actions.remove}
          listPlaces={actions.listPlaces}
          onClose={close}
        />
      ) : null}
    </>
  );
}
