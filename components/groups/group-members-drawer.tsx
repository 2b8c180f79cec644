"use client";

import { useTranslations } from "next-intl";
import { useMembers } from "@/components/collections/use-members";
import { useKept } from "@/components/forms/kept";
import { bothOf, SavingDrawer } from "@/components/forms/saving-drawer";
import { restsOnOld } from "@/components/forms/stale";
import { useSave } from "@/components/forms/use-save";
import type { GroupActions } from "@/components/groups/group-actions";
import { MembersField } from "@/components/groups/members-field";
import { type GroupMember, useGroupMembers } from "@/components/groups/use-group-members";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import type { ListedGroup } from "@/lib/operations/group/list-groups";

type Props = {
  organizationId: string;
  group: ListedGroup;
  actions: Pick<GroupActions, "listGroupMembers" | "listMembers" | "changeMembers">;
  onClose: () => void;
};

type People = readonly GroupMember[];

/** Who is in a group. What is saved is who comes in and who goes out; whoever else is in it stays. */
export function GroupMembersDrawer({ organizationId, group, actions, onClose }: Props) {
  const t = useTranslations("groups.membersDrawer");
  const toast = useToast();
  const { act, busy, problem } = useSave();
  const groupId = group.id;
  const { found, more, isAsking, askAgain } = useGroupMembers(
    { organizationId, groupId },
    actions.listGroupMembers,
  );
  const { members: offered, search } = useMembers(organizationId, actions.listMembers);
  const [added, setAdded] = useKept<People>(`coming into ${groupId}`, []);
  const [taken, setTaken] = useKept<People>(`going out of ${groupId}`, []);

  function save() {
    if (added.length + taken.length === 0) return onClose();
    const idsOf = (people: People) => people.map(({ id }) => id);
    const send = async () => {
      const changes = { given: idsOf(added), taken: idsOf(taken) };
      const answer = await actions.changeMembers({ organizationId, groupId, ...changes });
      if (!answer.ok && restsOnOld(answer.failure)) {
        setAdded([]);
        setTaken([]);
        askAgain();
      }
      return answer;
    };
    void act(send, () => {
      toast.success(t("saved"));
      onClose();
    });
  }

  return (
    <SavingDrawer
      title={t("title", { name: group.name })}
      read={bothOf(found, offered)}
      texts={{ save: t("save"), failed: t("failed"), failedText: t("failedText") }}
      isChanged={added.length + taken.length > 0}
      busy={busy}
      problem={problem}
      onSave={save}
      onClose={onClose}
    >
      {({ one: { members, next }, other }) => (
        <>
          <MembersField
            offered={other}
            onSearch={search}
            inside={members}
            added={added}
            taken={taken}
            onAdded={setAdded}
            onTaken={setTaken}
          />
          {next ? (
            <Button variant="quiet" size="s" busy={isAsking} onClick={() => void more()}>
              {t("more")}
            </Button>
          ) : null}
        </>
      )}
    </SavingDrawer>
  );
}
