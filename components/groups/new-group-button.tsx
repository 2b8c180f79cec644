"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { GroupActions } from "@/components/groups/group-actions";
import { GroupNameDialog } from "@/components/groups/group-name-dialog";
import { Button } from "@/components/ui/button";

type Props = { organizationId: string; actions: Pick<GroupActions, "create" | "rename"> };

export function NewGroupButton({ organizationId, actions }: Props) {
  const t = useTranslations("groups");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button icon={<Plus aria-hidden="true" />} onClick={() => setOpen(true)}>
        {t("new")}
      </Button>
      {isOpen ? (
        <GroupNameDialog organizationId={organizationId} actions={actions} onClose={() => setOpen(false)} />
      ) : null}
    </>
  );
}
