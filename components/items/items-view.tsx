"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useKept } from "@/components/forms/kept";
import type { AnyAct } from "@/components/items/act-needs";
import { actsForAll, actsForOne } from "@/components/items/acts-for";
import type { ItemActions, ItemOwner, ItemRow, OwnItemActions } from "@/components/items/item";
import { ItemDrawer } from "@/components/items/item-drawer";
import { ItemMenu } from "@/components/items/item-menu";
import { ItemTasks, isTask } from "@/components/items/item-tasks";
import { ItemsTable } from "@/components/items/items-table";
import type { OpenedFolder } from "@/components/items/open-vault";
import { type AskedTask, useConcerned } from "@/components/items/use-concerned";
import { useItemActs } from "@/components/items/use-item-acts";
import { useReport } from "@/components/items/use-report";
import { useReprompt } from "@/components/items/use-reprompt";
import { useSortedItems } from "@/components/items/use-sorted-items";
import { BulkBar } from "@/components/lists/bulk-bar";
import { useOpenRow } from "@/components/lists/use-open-row";
import { useSelection } from "@/components/lists/use-selection";

type Props = {
  label: string;
  items: readonly ItemRow[];
  /** What stands there without any. */
  empty?: ReactNode;
  /** Names what the list shows. What is ticked in one is not ticked in the next. */
  view?: string;
  actions: ItemActions & Partial<OwnItemActions>;
  /** Where items can be kept. */
  owners?: readonly ItemOwner[];
  folders?: readonly OpenedFolder[];
  /** Where the log tells of one item, for those who may read it. */
  logOf?: (itemId: string) => string;
};

/** Items as a table, and one of them beside it. */
export function ItemsView(props: Props) {
  const { label, items: given, empty, view = "", actions, owners = [], folders = [], logOf } = props;
  const t = useTranslations("vault");
  const { sorted: items, sorts } = useSortedItems(given);
  const [openId, writeOpenId] = useOpenRow("item");
  // Asked for once each time that an item is opened.
  const [confirmedId, setConfirmedId] = useState<string | null>(null);
  const [task, setTask] = useKept<AskedTask | null>("task", null);
  const selection = useSelection(items, view);
  const acts = useItemActs(actions);
  const where = { isOwn: actions.mark !== undefined, owners };
  const item = items.find(({ id }) => id === openId) ?? null;
  const isConfirmed = ({ id, sealed }: ItemRow) => sealed.reprompt === "none" || id === confirmedId;
  const reprompt = useReprompt(isConfirmed);
  const { concerned, isGone } = useConcerned(items, task);

  const open = useRef(openId);
  open.current = openId;
  // Another one may have been opened by the time that the answer comes.
  const tell = useReport(actions.report, (id) => {
    if (open.current === id) setOpenId(null);
  });
  const told = useRef<string | null>(null);
  const shownId = item?.id;

  // biome-ignore lint/correctness/useExhaustiveDependencies: it is told once each time that one is opened
  useEffect(() => {
    if (!openId) told.current = null;
    if (!shownId || told.current === shownId) return;
    told.current = shownId;
    tell(shownId, "viewed");
  }, [shownId, openId]);

  /** At once: the address is written a moment later. */
  function setOpenId(id: string | null) {
    setConfirmedId(null);
    writeOpenId(id);
  }

  function onAct(act: AnyAct, rows: readonly ItemRow[]) {
    if (isTask(act)) setTask({ task: act, ids: rows.map(({ id }) => id) });
    else void acts.run(act, rows);
  }

  return (
    <div className="flex min-w-0 flex-col gap-2.5">
      {items.length === 0 ? (
        empty
      ) : (
        <>
          <BulkBar
            label={t("selection")}
            count={t("selected", { count: selection.selected.length })}
            selection={selection}
            all={t("selectEach", { count: items.length })}
            acts={actsForAll(selection.selected, where).map(({ act, icon, lacking }) => ({
              label: t(`acts.${act}`),
              icon,
              ...(lacking && { why: t(`lacking.${lacking.why}`, { count: lacking.count, act }) }),
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
                offers={() => actsForOne(row, where)}
                askReprompt={reprompt.ask}
                tell={(what) => tell(row.id, what)}
                onAct={(act) => onAct(act, [row])}
              />
            )}
          />
        </>
      )}
      {item ? (
        <ItemDrawer
          item={item}
          tell={(what) => tell(item.id, what)}
          {...(logOf && { log: logOf(item.id) })}
          onAct={(act) => onAct(act, [item])}
          offers={actsForOne(item, where)}
          actions={actions}
          isConfirmed={isConfirmed(item)}
          onConfirmed={() => setConfirmedId(item.id)}
          onClose={() => setOpenId(null)}
        />
      ) : null}
      {reprompt.dialog}
      {task && concerned.length > 0 ? (
        <ItemTasks
          task={task.task}
          items={concerned}
          isGone={isGone}
          isConfirmed={isConfirmed}
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
