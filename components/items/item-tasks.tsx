"use client";

import { AssignDialog } from "@/components/items/assign-dialog";
import { DeleteItems } from "@/components/items/delete-items";
import type { ItemActions, ItemOwner, ItemRow, OwnItemActions } from "@/components/items/item";
import { ShareDialog } from "@/components/items/share-dialog";
import type { useItemActs } from "@/components/items/use-item-acts";

/** What is done to several items in a dialog of its own. */
const tasks = ["trash", "deleteForGood", "assign", "share"] as const;
export type ItemTask = (typeof tasks)[number];

export const isTask = (act: string): act is ItemTask => (tasks as readonly string[]).includes(act);

type Props = {
  task: ItemTask;
  items: readonly ItemRow[];
  /** Where items can be kept. */
  owners: readonly ItemOwner[];
  actions: ItemActions & Partial<OwnItemActions>;
  sendAll: ReturnType<typeof useItemActs>["sendAll"];
  /** `gone` once the items are no more where they were. */
  onClose: (outcome: "kept" | "gone") => void;
};

/** The dialog of a task. */
export function ItemTasks({ task, items, owners, actions, sendAll, onClose }: Props) {
  const [first] = items;
  const owner = owners.find(({ organizationId }) => organizationId === first?.organizationId);
  switch (task) {
    case "trash":
    case "deleteForGood":
      return <DeleteItems items={items} how={task} sendAll={sendAll} onClose={onClose} />;
    case "share":
      return actions.share ? (
        <ShareDialog
          items={items}
          owners={owners.filter(({ organizationId }) => organizationId !== null)}
          actions={{ getKey: actions.getKey, share: actions.share }}
          onClose={onClose}
        />
      ) : null;
    case "assign":
      return owner ? (
        <AssignDialog items={items} owner={owner} actions={actions} onClose={() => onClose("kept")} />
      ) : null;
  }
}
