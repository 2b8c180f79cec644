"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useMembers } from "@/components/collections/use-members";
import { useAct } from "@/components/forms/use-act";
import type { GroupActions } from "@/components/groups/group-actions";
import { MembersField } from "@/components/groups/members-field";
import { type GroupMember, useGroupMembers } from "@/components/groups/use-group-members";
import { Button } from "@/components/ui/button";
import { DialogCancel } from "@/components/ui/dialog";
import { Drawer } from "@/components/ui/drawer";
import { FailureState } from "@/components/ui/failure-state";
import { Skeleton } from "@/components/ui/skeleton";
import { useToast } from "@/components/ui/toast";
import { Unsaved } from "@/components/ui/unsaved";
import type { ListedGroup } from "@/lib/operations/group/list-groups";

type Props = {
  organizationId: string;
  group: ListedGroup;
  actions: Pick<GroupActions, "listGroupMembers" | "listMembers" | "changeMembers">;
  onClose: () => void;
};

/** Who is in a group. What is saved is who comes in and who goes out; whoever else is in it stays. */
export function GroupMembersDrawer({ organizationId, group, actions, onClose }: Props) {
  const t = useTranslations("groups.membersDrawer");
  const toast = useToast();
  const { act, busy } = useAct();
  const { found, more, isAsking } = useGroupMembers(
    { organizationId, groupId: group.id },
    actions.listGroupMembers,
  );
  const { members: offered, search } = useMembers(organizationId, actions.listMembers);
  const [added, setAdded] = useState<readonly GroupMember[]>([]);
  const [taken, setTaken] = useState<readonly GroupMember[]>([]);
  const failed = found === "failed" || offered === "failed";
  const ready = typeof found !== "string" && typeof offered !== "string" ? { found, offered } : null;

  function save() {
    if (added.length + taken.length === 0) return onClose();
    const idsOf = (people: readonly GroupMember[]) => people.map(({ id }) => id);
    const send = () =>
      actions.changeMembers({
        organizationId,
        groupId: group.id,
        given: idsOf(added),
        taken: idsOf(taken),
      });
    void act(send, () => {
      toast.success(t("saved"));
      onClose();
    });
  }

  return (
    <Drawer
      open
      onOpenChange={(open) => open || onClose()}
      title={t("title", { name: group.name })}
      held={busy}
      footer={
        ready ? (
          <>
            <Button busy={busy} onClick={save}>
              {t("save")}
            </Button>
            <DialogCancel />
          </>
        ) : null
      }
    >
      <Unsaved when={added.length + taken.length > 0} />
      {failed ? <FailureState title={t("failed")}>{t("failedText")}</FailureState> : null}
      {!failed && !ready ? <Skeleton height="120px" /> : null}
      {ready ? (
        <MembersField
          offered={ready.offered}
          onSearch={search}
          inside={ready.found.members}
          added={added}
          taken={taken}
          onAdded={setAdded}
          onTaken={setTaken}
        />
      ) : null}
      {ready?.found.next ? (
        <Button variant="quiet" size="s" busy={isAsking} onClick={() => void more()}>
          {t("more")}
        </Button>
      ) : null}
    </Drawer>
  );
}
