"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { CollectionActions, Grant } from "@/components/collections/collection-actions";
import { GrantsField } from "@/components/collections/grants-field";
import { useMembers } from "@/components/collections/use-members";
import { useAct } from "@/components/forms/use-act";
import { Button } from "@/components/ui/button";
import { Drawer } from "@/components/ui/drawer";
import { FailureState } from "@/components/ui/failure-state";
import { Skeleton } from "@/components/ui/skeleton";
import { useToast } from "@/components/ui/toast";

type Props = {
  organizationId: string;
  collectionId: string;
  name: string;
  actions: Pick<CollectionActions, "getCollection" | "listMembers" | "setAccess">;
  onClose: () => void;
};

/** Who has a collection, to be changed and saved as a whole. */
export function AccessDrawer({ organizationId, collectionId, name, actions, onClose }: Props) {
  const t = useTranslations("collections.access");
  const console = useTranslations("console");
  const ui = useTranslations("ui");
  const toast = useToast();
  const { act, busy } = useAct();
  const { getCollection, listMembers, setAccess } = actions;
  const members = useMembers(organizationId, listMembers);
  const [grants, setGrants] = useState<Grant[] | "loading" | "failed">("loading");

  useEffect(() => {
    let shown = true;
    getCollection({ organizationId, collectionId }).then(
      (answer) => shown && setGrants(answer.ok ? answer.result.members : "failed"),
      () => shown && setGrants("failed"),
    );
    return () => {
      shown = false;
    };
  }, [organizationId, collectionId, getCollection]);

  function save() {
    if (typeof grants === "string") return;
    void act(
      () => setAccess({ organizationId, collectionId, members: grants }),
      () => {
        toast.success(t("saved"));
        onClose();
      },
    );
  }

  return (
    <Drawer
      open
      onOpenChange={(open) => open || onClose()}
      title={t("title", { name })}
      footer={
        typeof grants === "string" ? null : (
          <>
            <Button busy={busy} onClick={save}>
              {t("save")}
            </Button>
            <Button variant="quiet" onClick={onClose}>
              {ui("cancel")}
            </Button>
          </>
        )
      }
    >
      {grants === "loading" ? <Skeleton height="120px" /> : null}
      {grants === "failed" ? <FailureState title={console("failed")} /> : null}
      {typeof grants === "string" ? null : (
        <GrantsField members={members} grants={grants} onChange={setGrants} />
      )}
    </Drawer>
  );
}
