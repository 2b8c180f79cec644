"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useKept } from "@/components/forms/kept";
import { type AnyAct, actsFor } from "@/components/items/acts-for";
import { CloneItem } from "@/components/items/clone-item";
import type { ItemActions, ItemOwner, ItemRow, OwnItemActions } from "@/components/items/item";
import { ItemDrawer } from "@/components/items/item-drawer";
import { ItemMenu } from "@/components/items/item-menu";
import { type ItemTask, ItemTasks, isTask } from "@/components/items/item-tasks";
import { ItemsTable } from "@/components/items/items-table";
import { OpenForEdit } from "@/components/items/open-for-edit";
import type { OpenedFolder } from "@/components/items/open-vault";
import { useItemActs } from "@/components/items/use-item-acts";
import { useReport } from "@/components/items/use-report";
import { useSortedItems } from "@/components/items/use-sorted-items";
import { BulkBar } from "@/components/lists/bulk-bar";
import { useOpenRow } from "@/components/lists/use-open-row";
import { useSelection } from "@/components/lists/use-selection";

type Props = {
  label: string;
  items: readonly ItemRow[];
  actions: ItemActions & Partial<OwnItemActions>;
  /** Where items can be kept. */
  owners?: readonly ItemOwner[];
  folders?: readonly OpenedFolder[];
  /** Where the log tells of one item, for those who may read it. */
  logOf?: (itemId: string) => string;
};
type Asked = { task: ItemTask; ids: string[] };

/** Items as a table, and one of them beside it. */
export function ItemsView(props: Props) {
  const { label, items: given, actions, owners = [], folders = [], logOf } = props;
  const t = useTranslations("vault");
  const { sorted: items, sorts } = useSortedItems(given);
  const [openId, setOpenId] = useOpenRow("item");
  const [editId, setEditId] = useKept<string | null>("edit", null);
  const [cloneId, setCloneId] = useKept<string | null>("clone", null);
  // Asked for once each time that an item is opened.
  const [confirmedId, setConfirmedId] = useState<string | null>(null);
  const [task, setTask] = useKept<Asked | null>("task", null);
  const selection = useSelection(items);
  const acts = useItemActs(actions);
  const offers = (rows: readonly ItemRow[]) => actsFor(rows, { isOwn: actions.mark !== undefined, owners });
  const find = (id: string | null) => items.find((each) => each.id === id) ?? null;
  const [item, edited, cloned] = [find(openId), find(editId), find(cloneId)];
  const concerned = items.filter(({ id }) => task?.ids.includes(id));

  const tell = useReport(actions.report, () => setOpenId(null));
  const shownId = item?.id;

  // biome-ignore lint/correctness/useExhaustiveDependencies: it is told once each time that one is opened
  useEffect(() => {
    setConfirmedId(null);
    if (shownId) tell(shownId, "viewed");
  }, [shownId]);

  function onAct(act: AnyAct, rows: readonly ItemRow[]) {
    if (isTask(act)) setTask({ task: act, ids: rows.map(({ id }) => id) });
    else void acts.run(act, rows);
  }

  return (
    <div className="flex min-w-0 flex-col gap-2.5">
      <BulkBar
        label={t("selection")}
        count={t("selected", { count: selection.selected.length })}
        selection={selection}
        all={t("selectEach", { count: items.length })}
        acts={offers(selection.selected).map(({ act, icon }) => ({
          label: t(`acts.${act}`),
          icon,
          busy: acts.busy,
          onSelect: () => onAct(act, selection.selected),
        }))}
      />
      <ItemsTable
        label={label}
        items={items}
        selectedId={openId}
        selection={selection}
        sorts={sorts}
        onOpen={({ id }) => setOpenId(id)}
        menuOf={(row) => (
          <ItemMenu
            item={row}
            offers={offers}
            tell={(what) => tell(row.id, what)}
            onEdit={() => setEditId(row.id)}
            onClone={owners.length > 0 ? () => setCloneId(row.id) : null}
            onAct={(act) => onAct(act, [row])}
          />
        )}
      />
      {item ? (
        <ItemDrawer
          item={item}
          tell={(what) => tell(item.id, what)}
          {...(logOf && { log: logOf(item.id) })}
          onEdit={() => setEditId(item.id)}
          onAct={(act) => onAct(act, [item])}
          offers={offers}
          actions={actions}
          isConfirmed={confirmedId === item.id}
          onConfirmed={() => setConfirmedId(item.id)}
          onClose={() => setOpenId(null)}
        />
      ) : null}
      {edited ? (
        <OpenForEdit
          item={edited}
          isConfirmed={confirmedId === edited.id}
          actions={actions}
          onClose={() => setEditId(null)}
        />
      ) : null}
      {cloned ? (
        <CloneItem item={cloned} owners={owners} actions={actions} onClose={() => setCloneId(null)} />
      ) : null}
      {task && concerned.length > 0 ? (
        <ItemTasks
          task={task.task}
          items={concerned}
          owners={owners}
          actions={actions}
          folders={folders}
          acts={acts}
          onClose={(outcome) => {
            setTask(null);
            if (outcome === "gone" && openId && task.ids.includes(openId)) setOpenId(null);
          }}
        />
      ) : null}
    </div>
  );
}
