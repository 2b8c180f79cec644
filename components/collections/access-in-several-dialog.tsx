"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { CollectionActions } from "@/components/collections/collection-actions";
import { type ChosenHolder, HolderPicker } from "@/components/collections/holder-picker";
import { PermissionSelect } from "@/components/collections/permission-select";
import { useOffered } from "@/components/collections/use-offered";
import { useBulk } from "@/components/lists/use-bulk";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Dialog, DialogCancel, DialogFooter } from "@/components/ui/dialog";
import { Unsaved } from "@/components/ui/unsaved";
import type { CollectionPermission } from "@/lib/domain/collection/permission";
import type { ListedCollection } from "@/lib/operations/collection/list-collections";

type Props = {
  organizationId: string;
  collections: readonly ListedCollection[];
  nameOf: (id: string) => string;
  actions: Pick<CollectionActions, "changeAccessInSeveral" | "listMembers" | "listGroups">;
  onClose: () => void;
};

/** What one member or one group may do in all selected collections from now on. */
export function AccessInSeveralDialog({ organizationId, collections, nameOf, actions, onClose }: Props) {
  const t = useTranslations("collections.several");
  const { offered, search } = useOffered(organizationId, actions);
  const [holder, setHolder] = useState<ChosenHolder | null>(null);
  const [permission, setPermission] = useState<CollectionPermission | null>("edit");
  const { run, busy, failures } = useBulk({
    ids: collections.map(({ id }) => id),
    act: (collectionIds) =>
      actions.changeAccessInSeveral({
        organizationId,
        collectionIds,
        holder:
          holder?.kind === "group"
            ? { groupId: holder.group.id }
            : { memberId: holder?.kind === "member" ? holder.member.id : "" },
        permission,
      }),
    nameOf,
    done: (count) => t("done", { count }),
    onClose,
  });
  const chosen = holder ? (holder.kind === "group" ? holder.group : holder.member) : null;
  const name =
    holder?.kind === "group" ? holder.group.name : (holder?.member.name ?? holder?.member.email ?? "");

  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={t("title", { count: collections.length })}
      description={t("text")}
      held={busy}
    >
      <Unsaved when={holder !== null} />
      <div className="flex flex-col gap-4">
        {offered === "failed" ? <Callout tone="warn" title={t("holdersFailed")} /> : null}
        <HolderPicker
          offered={typeof offered === "string" ? { members: [], groups: [], areMore: false } : offered}
          isChosen={(id) => chosen?.id === id}
          onSearch={search}
          onAdd={setHolder}
        />
        {holder ? (
          <div className="flex flex-wrap items-center gap-2">
            <bdi className="wrap-anywhere min-w-40 flex-1 font-medium">{name}</bdi>
            <PermissionSelect
              label={t("permissionOf", { name })}
              value={permission ?? ""}
              none={t("none")}
              onChange={setPermission}
            />
          </div>
        ) : null}
        {failures}
        <DialogFooter>
          <Button busy={busy} disabled={holder === null} onClick={run}>
            {t("action")}
          </Button>
          <DialogCancel />
        </DialogFooter>
      </div>
    </Dialog>
  );
}
