"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { useKept } from "@/components/forms/kept";
import { DeleteItem } from "@/components/items/delete-item";
import type { ItemActions, ItemRow } from "@/components/items/item";
import { ItemDrawer } from "@/components/items/item-drawer";
import { ItemsTable } from "@/components/items/items-table";
import { OpenForEdit } from "@/components/items/open-for-edit";
import { useReport } from "@/components/items/use-report";

type Props = {
  label: string;
  items: readonly ItemRow[];
  actions: ItemActions;
  /** Where the log tells of one item, for those who may read it. */
  logOf?: (itemId: string) => string;
  /** The item that the address of the page asks for. */
  asked?: string | null;
};
type Task = "edit" | "delete" | null;

/** Items as a table, and one of them beside it. */
export function ItemsView({ label, items, actions, logOf, asked = null }: Props) {
  const t = useTranslations("vault.item");
  const [openId, setOpenId] = useKept<string | null>("open", null);
  const [task, setTask] = useKept<Task>("task", null);
  const item = items.find(({ id }) => id === openId) ?? null;

  const tell = useReport(actions.report, () => setOpenId(null));

  function open({ id }: ItemRow) {
    if (id !== openId) tell(id, "viewed");
    setOpenId(id);
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: it is opened once, and can be closed
  useEffect(() => {
    const row = items.find(({ id }) => id === asked);
    if (row) open(row);
  }, [asked]);

  return (
    <div className="min-w-0">
      <ItemsTable label={label} items={items} selectedId={openId} onOpen={open} />
      {item ? (
        <ItemDrawer
          item={item}
          tell={(what) => tell(item.id, what)}
          {...(logOf && { log: logOf(item.id) })}
          onEdit={() => setTask("edit")}
          onDelete={() => setTask("delete")}
          onClose={() => setOpenId(null)}
        />
      ) : null}
      {item && task === "edit" ? (
        <OpenForEdit item={item} actions={actions} onClose={() => setTask(null)} />
      ) : null}
      {item && task === "delete" ? (
        <DeleteItem
          item={item}
          name={item.content?.name ?? t("noName")}
          remove={actions.remove}
          onClose={(outcome) => {
            setTask(null);
            if (outcome === "deleted") setOpenId(null);
          }}
        />
      ) : null}
    </div>
  );
}
