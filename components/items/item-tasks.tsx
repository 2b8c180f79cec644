"use client";

import { AfterReprompt } from "@/components/items/after-reprompt";
import { AssignDialog } from "@/components/items/assign-dialog";
import { CloneItem } from "@/components/items/clone-item";
import { DeleteItems } from "@/components/items/delete-items";
import type { ItemActions, ItemOwner, ItemRow, OwnItemActions } from "@/components/items/item";
import { MoveToFolderDialog } from "@/components/items/move-to-folder-dialog";
import { OpenForEdit } from "@/components/items/open-for-edit";
import type { OpenedFolder } from "@/components/items/open-vault";
import { ShareDialog } from "@/components/items/share-dialog";
import type { useItemActs } from "@/components/items/use-item-acts";

/** What is done in a dialog of its own: the first two with one item, the others with several too. */
const tasks = ["edit", "clone", "trash", "deleteForGood", "assign", "share", "folder"] as const;
export type ItemTask = (typeof tasks)[number];

export const isTask = (act: string): act is ItemTask => (tasks as readonly string[]).includes(act);

type Props = {
  task: ItemTask;
  items: readonly ItemRow[];
  /** They have left the list since the task began. */
  isGone: boolean;
  /** Whether nothing has to be asked before an item's secrets are opened. */
  isConfirmed: (item: ItemRow) => boolean;
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
export function ItemTasks(props: Props) {
  const { task, items, isGone, isConfirmed, owners, folders, actions, acts, onClose } = props;
  const [first] = items;
  const close = () => onClose("kept");
  const owner = owners.find(({ organizationId }) => organizationId === first?.organizationId);
  switch (task) {
    case "edit":
    case "clone":
      return first ? (
        <AfterReprompt isConfirmed={isConfirmed(first)} onClose={close}>
          {task === "edit" ? (
            <OpenForEdit item={first} isGone={isGone} actions={actions} onClose={close} />
          ) : (
            <CloneItem item={first} owners={owners} actions={actions} onClose={close} />
          )}
        </AfterReprompt>
      ) : null;
    case "trash":
    case "deleteForGood":
      return <DeleteItems items={items} how={task} acts={acts} onClose={onClose} />;
    case "folder":
      return (
        <MoveToFolderDialog items={items} folders={folders} putInto={acts.putIntoFolder} onClose={close} />
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
      return owner ? <AssignDialog items={items} owner={owner} actions={actions} onClose={close} /> : null;
  }
}
