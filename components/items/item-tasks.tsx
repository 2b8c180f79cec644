"use client";

import { AssignDialog } from "@/components/items/assign-dialog";
import { DeleteItems } from "@/components/items/delete-items";
import type { ItemActions, ItemOwner, ItemRow, OwnItemActions } from "@/components/items/item";
import { MoveToFolderDialog } from "@/components/items/move-to-folder-dialog";
import type { OpenedFolder } from "@/components/items/open-vault";
import { ShareDialog } from "@/components/items/share-dialog";
import type { useItemActs } from "@/components/items/use-item-acts";

/** What is done to several items in a dialog of its own. */
const tasks = ["trash", "deleteForGood", "assign", "share", "folder"] as const;
export type ItemTask = (typeof tasks)[number];

export const isTask = (act: string): act is ItemTask => (tasks as readonly string[]).includes(act);

type Props = {
  task: ItemTask;
  items: readonly ItemRow[];
  /** Where items can be kept. */
  owners: readonly ItemOwner[];
  actions: ItemActions & Partial<OwnItemActions>;
  /** The person's own folders. */
  folders: readonly OpenedFolder[];
  acts: Pick<ReturnType<typeof useItemActs>, "run" | "sendAll" | "putIntoFolder">;
  /** `gone` once the items are no more where they were. */
  onClose: (outcome: "kept" | "gone") => void;
};

/** The dialog of a task. */
export function ItemTasks({ task, items, owners, folders, actions, acts, onClose }: Props) {
  const [first] = items;
  const owner = owners.find(({ organizationId }) => organizationId === first?.organizationId);
  switch (task) {
    case "trash":
    case "deleteForGood":
      return <DeleteItems items={items} how={task} acts={acts} onClose={onClose} />;
    case "folder":
      return (
        <MoveToFolderDialog
          items={items}
          folders={folders}
          putInto={acts.putIntoFolder}
          onClose={() => onClose("kept")}
        />
      );
    case "share":
      return actions.share ? (
        <ShareDialog
          items={items}
          owners={owners.filter(({ organizationId }) => organizationId !== null)}
          actions={{ getKey: actions.getKey, files: actions.files, share: actions.share }}
          onClose={onClose}
        />
      ) : null;
    case "assign":
      return owner ? (
        <AssignDialog items={items} owner={owner} actions={actions} onClose={() => onClose("kept")} />
      ) : null;
  }
}
