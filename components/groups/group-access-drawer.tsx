"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import type { z } from "zod";
import { CollectionGrantsField } from "@/components/collections/collection-grants-field";
import { useKept } from "@/components/forms/kept";
import { SavingDrawer } from "@/components/forms/saving-drawer";
import { restsOnOld } from "@/components/forms/stale";
import { useAsked } from "@/components/forms/use-asked";
import { useSave } from "@/components/forms/use-save";
import { cellChanges } from "@/components/groups/cell-changes";
import type { GroupActions } from "@/components/groups/group-actions";
import { useToast } from "@/components/ui/toast";
import type { CollectionGrants } from "@/lib/domain/collection/inputs";
import type { ListedGroup } from "@/lib/operations/group/list-groups";

type Grants = z.input<typeof CollectionGrants>;

type Props = {
  organizationId: string;
  group: ListedGroup;
  actions: Pick<GroupActions, "getGroup" | "listCollections" | "getKey" | "changeAccess">;
  onClose: () => void;
};

/** What a group may do in each collection. What is saved is what was changed here. */
export function GroupAccessDrawer({ organizationId, group, actions, onClose }: Props) {
  const t = useTranslations("groups.accessDrawer");
  const toast = useToast();
  const { act, busy, problem } = useSave();
  const { getGroup, changeAccess } = actions;
  const groupId = group.id;
  const { answer, askAgain } = useAsked(
    useCallback(() => getGroup({ organizationId, groupId }), [organizationId, groupId, getGroup]),
  );
  // What the group had when somebody began to change it, and what it is to have.
  const [edits, setEdits] = useKept<{ from: Grants; to: Grants } | null>(`access of ${groupId}`, null);

  function save() {
    const cells = edits ? cellChanges(groupId, edits.from, edits.to) : [];
    if (cells.length === 0) return onClose();
    const send = async () => {
      const answer = await changeAccess({ organizationId, cells });
      if (!answer.ok && restsOnOld(answer.failure)) {
        setEdits(null);
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
      read={answer === null ? "loading" : answer.ok ? answer.result : "failed"}
      texts={{ save: t("save"), failed: t("failed"), failedText: t("failedText") }}
      isChanged={edits !== null}
      busy={busy}
      problem={problem}
      onSave={save}
      onClose={onClose}
    >
      {({ grants }) => (
        <CollectionGrantsField
          organizationId={organizationId}
          actions={actions}
          grants={edits?.to ?? grants}
          onChange={(to) => setEdits({ from: edits?.from ?? grants, to })}
        />
      )}
    </SavingDrawer>
  );
}
