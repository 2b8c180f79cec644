"use client";

import { Inbox } from "lucide-react";
import { useTranslations } from "next-intl";
import { AccessDrawer } from "@/components/collections/access-drawer";
import type { CollectionActions } from "@/components/collections/collection-actions";
import { CollectionRow, type CollectionTask } from "@/components/collections/collection-row";
import { DeleteCollection } from "@/components/collections/delete-collection";
import type { Names } from "@/components/collections/open-collection-names";
import { RenameCollectionDialog } from "@/components/collections/rename-collection-dialog";
import { useKept } from "@/components/forms/kept";
import { IconTile } from "@/components/ui/icon-tile";
import { RowName } from "@/components/ui/row-name";
import { Table, Tbody, Td, Thead, Tr } from "@/components/ui/table";
import { Th } from "@/components/ui/table-heading";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import { unassignedCounted } from "@/lib/domain/collection/inputs";
import type { ListedCollections } from "@/lib/operations/collection/list-collections";

type Props = {
  organizationId: string;
  list: ListedCollections;
  opensItems: boolean;
  /** Null while the vault is locked. */
  names: Names | null;
  actions: CollectionActions;
};

type Open = { task: CollectionTask; id: string };

/** The organization's collections. Before them stands a row for the items in no collection. */
export function CollectionsTable({ organizationId, list, opensItems, names, actions }: Props) {
  const t = useTranslations("collections");
  const [open, setOpen] = useKept<Open | null>(names ? "open" : null, null);
  const home = `/organizations/${organizationId}/collections`;
  const nameOf = (id: string) => (names ? (names.get(id) ?? null) : "locked");
  const close = () => setOpen(null);
  // When somebody else has deleted a collection, its dialogs close.
  const isThere = open !== null && list.collections.some(({ id }) => id === open.id);
  const dialog = isThere ? { organizationId, collectionId: open.id, actions, onClose: close } : null;
  const spoken = open ? (names?.get(open.id) ?? t("locked")) : "";

  return (
    <>
      <Table label={t("title")}>
        <Thead>
          <Th>{t("name")}</Th>
          <Th numeric>{t("members")}</Th>
          <Th numeric>{t("items")}</Th>
          <Th>{t("yourPermission")}</Th>
          <Th tight>
            <VisuallyHidden>{t("options", { name: "" })}</VisuallyHidden>
          </Th>
        </Thead>
        <Tbody>
          {list.unassigned !== null ? (
            <Tr>
              <Td narrow="lead">
                <RowName
                  picture={
                    <IconTile>
                      <Inbox aria-hidden="true" />
                    </IconTile>
                  }
                  name={t("unassigned")}
                  {...(opensItems && { href: `${home}/unassigned` })}
                />
              </Td>
              <Td narrow="hidden">–</Td>
              <Td label={t("items")} numeric>
                {list.unassigned > unassignedCounted
                  ? t("more", { count: unassignedCounted })
                  : list.unassigned}
              </Td>
              <Td narrow="hidden">–</Td>
              <Td narrow="hidden">{null}</Td>
            </Tr>
          ) : null}
          {list.collections.map((collection) => (
            <CollectionRow
              key={collection.id}
              collection={collection}
              href={opensItems ? `${home}/${collection.id}` : null}
              name={nameOf(collection.id)}
              onTask={(task) => setOpen({ task, id: collection.id })}
            />
          ))}
        </Tbody>
      </Table>
      {dialog && open?.task === "rename" ? (
        <RenameCollectionDialog {...dialog} name={names?.get(open.id) ?? ""} />
      ) : null}
      {dialog && open?.task === "access" ? <AccessDrawer key={open.id} {...dialog} name={spoken} /> : null}
      {dialog && open?.task === "delete" ? <DeleteCollection {...dialog} name={spoken} /> : null}
    </>
  );
}
