"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { DeleteItem } from "@/components/ciphers/delete-item";
import type { ItemActions, ShownItem } from "@/components/ciphers/item";
import { ItemDialog } from "@/components/ciphers/item-dialog";
import { ItemDrawer } from "@/components/ciphers/item-drawer";
import { ItemsTable } from "@/components/ciphers/items-table";

type Props = {
  label: string;
  items: readonly ShownItem[];
  actions: ItemActions;
};
type Task = "edit" | "delete" | null;

/** Items as a table, and one of them beside it. */
export function ItemsView({ label, items, actions }: Props) {
  const t = useTranslations("vault.item");
  const [openId, setOpenId] = useState<string | null>(null);
  const [task, setTask] = useState<Task>(null);
  const item = items.find(({ id }) => id === openId) ?? null;

  function open({ id }: ShownItem) {
    if (id !== openId) void actions.report({ cipherId: id, what: "viewed" }).catch(() => undefined);
    setOpenId(id);
  }

  return (
    <div className="min-w-0">
      <ItemsTable label={label} items={items} selectedId={openId} onOpen={open} />
      {item ? (
        <ItemDrawer
          item={item}
          report={actions.report}
          onEdit={() => setTask("edit")}
          onDelete={() => setTask("delete")}
          onClose={() => setOpenId(null)}
        />
      ) : null}
      {item && task === "edit" ? (
        <ItemDialog
          item={item}
          owners={[]}
          initial={{ organizationId: item.organizationId ?? "", collectionIds: [] }}
          actions={actions}
          onClose={() => setTask(null)}
        />
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
