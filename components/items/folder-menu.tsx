"use client";

import { Pencil, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { ConfirmAction } from "@/components/forms/confirm-action";
import { useKept } from "@/components/forms/kept";
import { FolderDialog } from "@/components/items/folder-dialog";
import type { FolderActions } from "@/components/items/item";
import type { OpenedFolder } from "@/components/items/open-vault";
import { RowMenu } from "@/components/ui/row-menu";

type Props = { folder: OpenedFolder; folders: readonly OpenedFolder[]; actions: FolderActions };

/** What is done with the folder that is looked at. */
export function FolderMenu({ folder, folders, actions }: Props) {
  const t = useTranslations("vault.folder");
  const vault = useTranslations("vault");
  const [task, setTask] = useKept<"rename" | "delete" | null>(`task with folder ${folder.id}`, null);
  const name = folder.name ?? vault("broken");
  const close = () => setTask(null);
  return (
    <>
      <RowMenu
        label={vault("options", { name })}
        entries={[
          { label: t("rename"), icon: <Pencil aria-hidden="true" />, onSelect: () => setTask("rename") },
          {
            label: t("delete"),
            icon: <Trash2 aria-hidden="true" />,
            tone: "danger",
            onSelect: () => setTask("delete"),
          },
        ]}
      />
      {task === "rename" ? (
        <FolderDialog folder={folder} folders={folders} actions={actions} onClose={close} />
      ) : null}
      {task === "delete" ? (
        <ConfirmAction
          title={t("deletion", { name })}
          confirm={t("delete")}
          act={() => actions.deleteFolder({ folderId: folder.id })}
          done={t("deleted")}
          onClose={close}
        >
          {t("deletionText")}
        </ConfirmAction>
      ) : null}
    </>
  );
}
