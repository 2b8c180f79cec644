"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { z } from "zod";
import { useAct } from "@/components/forms/use-act";
import { cellChanges } from "@/components/groups/cell-changes";
import type { GroupActions } from "@/components/groups/group-actions";
import { CollectionGrantsField } from "@/components/people/collection-grants-field";
import { Button } from "@/components/ui/button";
import { DialogCancel } from "@/components/ui/dialog";
import { Drawer } from "@/components/ui/drawer";
import { FailureState } from "@/components/ui/failure-state";
import { Skeleton } from "@/components/ui/skeleton";
import { useToast } from "@/components/ui/toast";
import { Unsaved } from "@/components/ui/unsaved";
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
  const { act, busy } = useAct();
  const { getGroup, changeAccess } = actions;
  const [before, setBefore] = useState<Grants | "loading" | "failed">("loading");
  const [edited, setEdited] = useState<Grants | null>(null);
  const groupId = group.id;

  useEffect(() => {
    let shown = true;
    getGroup({ organizationId, groupId }).then(
      (answer) => shown && setBefore(answer.ok ? answer.result.grants : "failed"),
      () => shown && setBefore("failed"),
    );
    return () => {
      shown = false;
    };
  }, [organizationId, groupId, getGroup]);

  function save(read: Grants) {
    const cells = cellChanges(groupId, read, edited ?? read);
    if (cells.length === 0) return onClose();
    void act(
      () => changeAccess({ organizationId, cells }),
      () => {
        toast.success(t("saved"));
        onClose();
      },
    );
  }

  const ready = typeof before === "string" ? null : before;
  return (
    <Drawer
      open
      onOpenChange={(open) => open || onClose()}
      title={t("title", { name: group.name })}
      held={busy}
      footer={
        ready ? (
          <>
            <Button busy={busy} onClick={() => save(ready)}>
              {t("save")}
            </Button>
            <DialogCancel />
          </>
        ) : null
      }
    >
      <Unsaved when={edited !== null} />
      {before === "failed" ? <FailureState title={t("failed")}>{t("failedText")}</FailureState> : null}
      {before === "loading" ? <Skeleton height="120px" /> : null}
      {ready ? (
        <CollectionGrantsField
          organizationId={organizationId}
          actions={actions}
          grants={edited ?? ready}
          onChange={setEdited}
        />
      ) : null}
    </Drawer>
  );
}
