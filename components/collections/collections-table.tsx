"use client";

import { Trash2, Users } from "lucide-react";
import { useTranslations } from "next-intl";
import { AccessDrawer } from "@/components/collections/access-drawer";
import { AccessInSeveralDialog } from "@/components/collections/access-in-several-dialog";
import type { CollectionActions } from "@/components/collections/collection-actions";
import type { CollectionTask } from "@/components/collections/collection-entries";
import { CollectionRow } from "@/components/collections/collection-row";
import { DeleteCollections } from "@/components/collections/delete-collections";
import type { Names } from "@/components/collections/open-collection-names";
import { RenameCollectionDialog } from "@/components/collections/rename-collection-dialog";
import { treeOf } from "@/components/collections/tree";
import { UnassignedRow } from "@/components/collections/unassigned-row";
import { useKept } from "@/components/forms/kept";
import { SelectAll } from "@/components/lists/select-all";
import { Spacer, useRowsInSight } from "@/components/lists/use-rows-in-sight";
import { useSelection } from "@/components/lists/use-selection";
import { RowMenu } from "@/components/ui/row-menu";
import { Table, Tbody, Thead } from "@/components/ui/table";
import { Th } from "@/components/ui/table-heading";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import { folded } from "@/lib/domain/search";
import type { ListedCollections } from "@/lib/operations/collection/list-collections";

type Props = {
  organizationId: string;
  list: ListedCollections;
  opensItems: boolean;
  /** Null while the vault is locked. */
  names: Names | null;
  /** Only collections whose name has this are shown, each with its full name. */
  search: string;
  actions: CollectionActions;
};

type Open = { task: CollectionTask; ids: string[] };

/** The organization's collections as a tree. Before them stands a row for the items in no collection. */
export function CollectionsTable({ organizationId, list, opensItems, names, search, actions }: Props) {
  const t = useTranslations("collections");
  const [open, setOpen] = useKept<Open | null>(names ? "open" : null, null);
  const home = `/organizations/${organizationId}/collections`;
  const tree = treeOf(list.collections, ({ id }) => names?.get(id) ?? null);
  const wanted = folded(search);
  const rows = wanted
    ? tree
        .filter(({ name }) => name !== null && folded(name).includes(wanted))
        .map((row) => ({ ...row, label: row.name, depth: 0 }))
    : tree;
  const selection = useSelection(rows.map(({ row }) => row));
  const { top, from, to, above, below } = useRowsInSight(rows.length);
  const close = () => setOpen(null);
  // When somebody else has deleted a collection, its dialogs close.
  const chosen = list.collections.filter(({ id }) => open?.ids.includes(id));
  const [first] = chosen;
  const spokenOf = (id: string) => names?.get(id) ?? t("locked");
  const dialog = { organizationId, actions, onClose: close };
  const openFor = (task: CollectionTask, which: readonly { id: string }[]) =>
    setOpen({ task, ids: which.map(({ id }) => id) });
  const managed = selection.selected.filter(({ mayManage }) => mayManage);
  const deletable = selection.selected.filter(({ mayDelete }) => mayDelete);
  const bulk = [
    ...(managed.length > 0
      ? [
          {
            label: t("editAccess"),
            icon: <Users aria-hidden="true" />,
            onSelect: () => openFor("access", managed),
          },
        ]
      : []),
    ...(deletable.length > 0
      ? [
          {
            label: t("delete"),
            icon: <Trash2 aria-hidden="true" />,
            tone: "danger" as const,
            divided: managed.length > 0,
            onSelect: () => openFor("delete", deletable),
          },
        ]
      : []),
  ];

  return (
    <div ref={top}>
      <Table label={t("title")} inset={80} needs="l">
        <Thead>
          <SelectAll label={t("selectAll")} selection={selection} />
          <Th>{t("name")}</Th>
          <Th>{t("groups")}</Th>
          <Th numeric>{t("members")}</Th>
          <Th numeric>{t("items")}</Th>
          <Th>{t("yourPermission")}</Th>
          <Th tight>
            {bulk.length > 0 ? (
              <RowMenu label={t("bulk")} entries={bulk} />
            ) : (
              <VisuallyHidden>{t("bulk")}</VisuallyHidden>
            )}
          </Th>
        </Thead>
        <Tbody>
          {list.unassigned !== null && !wanted ? (
            <UnassignedRow count={list.unassigned} href={opensItems ? `${home}/unassigned` : null} />
          ) : null}
          <Spacer height={above} columns={7} />
          {rows.slice(from, to).map(({ row, name, label, depth }) => (
            <CollectionRow
              key={row.id}
              collection={row}
              href={opensItems ? `${home}/${row.id}` : null}
              name={names ? name : "locked"}
              label={label}
              depth={depth}
              selected={selection.isSelected(row.id)}
              onSelect={(isSelected) => selection.tick(row.id, isSelected)}
              onTask={(task) => openFor(task, [row])}
            />
          ))}
          <Spacer height={below} columns={7} />
        </Tbody>
      </Table>
      {first && open?.task === "rename" ? (
        <RenameCollectionDialog
          {...dialog}
          collectionId={first.id}
          name={names?.get(first.id) ?? ""}
          sealedName={first.name}
        />
      ) : null}
      {first && open?.task === "access" && open.ids.length === 1 ? (
        <AccessDrawer key={first.id} {...dialog} collectionId={first.id} name={spokenOf(first.id)} />
      ) : null}
      {first && open?.task === "access" && open.ids.length > 1 ? (
        <AccessInSeveralDialog {...dialog} collections={chosen} nameOf={spokenOf} />
      ) : null}
      {first && open?.task === "delete" ? (
        <DeleteCollections {...dialog} collections={chosen} nameOf={spokenOf} />
      ) : null}
    </div>
  );
}
