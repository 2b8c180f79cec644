"use client";

import { useTranslations } from "next-intl";
import { accessChanges, isNoChange } from "@/components/collections/access-changes";
import type { CollectionActions, Grant } from "@/components/collections/collection-actions";
import { GrantsField } from "@/components/collections/grants-field";
import { useHolders } from "@/components/collections/use-holders";
import { useMembers } from "@/components/collections/use-members";
import { useKept } from "@/components/forms/kept";
import { useAct } from "@/components/forms/use-act";
import { Button } from "@/components/ui/button";
import { DialogCancel } from "@/components/ui/dialog";
import { Drawer } from "@/components/ui/drawer";
import { FailureState } from "@/components/ui/failure-state";
import { Skeleton } from "@/components/ui/skeleton";
import { useToast } from "@/components/ui/toast";
import { Unsaved } from "@/components/ui/unsaved";

type Props = {
  organizationId: string;
  collectionId: string;
  name: string;
  actions: Pick<CollectionActions, "getCollection" | "listMembers" | "changeAccess">;
  onClose: () => void;
};

/**
 * Who has a collection. Only what was changed here is saved. As long as the list has not been read whole,
 * nothing can be saved.
 */
export function AccessDrawer({ organizationId, collectionId, name, actions, onClose }: Props) {
  const t = useTranslations("collections.access");
  const toast = useToast();
  const { act, busy } = useAct();
  const { getCollection, listMembers, changeAccess } = actions;
  const { members, search } = useMembers(organizationId, listMembers);
  const { holders, reload } = useHolders(organizationId, collectionId, getCollection);
  const [edited, setEdited] = useKept<Grant[] | null>(`access ${collectionId}`, null);
  const failed = members === "failed" || holders === "failed";
  const ready = typeof members !== "string" && typeof holders !== "string" ? { members, holders } : null;

  function save(before: readonly Grant[]) {
    const changes = accessChanges(before, edited ?? before);
    if (isNoChange(changes)) return onClose();
    const send = async () => {
      const answer = await changeAccess({ organizationId, collectionId, ...changes });
      if (!answer.ok && answer.failure.code === "access_changed") {
        setEdited(null);
        reload();
      }
      return answer;
    };
    void act(send, () => {
      toast.success(t("saved"));
      onClose();
    });
  }

  return (
    <Drawer
      open
      onOpenChange={(open) => open || onClose()}
      title={t("title", { name })}
      held={busy}
      footer={
        ready ? (
          <>
            <Button busy={busy} onClick={() => save(ready.holders)}>
              {t("save")}
            </Button>
            <DialogCancel />
          </>
        ) : null
      }
    >
      <Unsaved when={edited !== null} />
      {failed ? <FailureState title={t("failed")}>{t("failedText")}</FailureState> : null}
      {!failed && !ready ? <Skeleton height="120px" /> : null}
      {ready ? (
        <GrantsField
          members={ready.members.members}
          areMore={ready.members.areMore}
          onSearch={search}
          holders={ready.holders}
          grants={edited ?? ready.holders}
          onChange={setEdited}
        />
      ) : null}
    </Drawer>
  );
}
