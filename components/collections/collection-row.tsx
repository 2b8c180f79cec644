"use client";

import { Folder } from "lucide-react";
import { useTranslations } from "next-intl";
import { type CollectionTask, collectionEntries } from "@/components/collections/collection-entries";
import { GroupChips } from "@/components/collections/group-chips";
import { Badge } from "@/components/ui/badge";
import { Checkbox } from "@/components/ui/checkbox";
import { IconTile } from "@/components/ui/icon-tile";
import { RowMenu } from "@/components/ui/row-menu";
import { RowName } from "@/components/ui/row-name";
import { Td, Tr } from "@/components/ui/table";
import type { Tone } from "@/components/ui/tone";
import type { CollectionPermission } from "@/lib/domain/collection/permission";
import type { ListedCollection } from "@/lib/operations/collection/list-collections";

export const permissionTones: Record<CollectionPermission, Tone> = {
  view: "info",
  view_hidden: "info",
  edit: "ok",
  edit_hidden: "ok",
  manage: "warn",
};

type Props = {
  collection: ListedCollection;
  /** Null where its items are not shown. */
  href: string | null;
  /** The full name, null where it cannot be opened, "locked" while the vault is. */
  name: string | null | "locked";
  /** What stands in the row, and how far it is set in, where it is shown under another. */
  label: string | null;
  depth: number;
  selected: boolean;
  onSelect: (isSelected: boolean) => void;
  onTask: (task: CollectionTask) => void;
};

export function CollectionRow(props: Props) {
  const { collection, href, name, label, depth, selected, onSelect, onTask } = props;
  const t = useTranslations("collections");
  const { members, groups, items, permission, formerOwner, mayManage, mayDelete } = collection;
  const shown = name === "locked" ? t("locked") : (name ?? t("broken"));
  const isClosed = name === "locked" || name === null;
  const entries = collectionEntries({ mayManage, mayDelete }, t, onTask);

  return (
    <Tr selected={selected}>
      <Td narrow="select">
        <Checkbox
          aria-label={t("select", { name: shown })}
          checked={selected}
          onChange={(event) => onSelect(event.target.checked)}
        />
      </Td>
      <Td narrow="lead">
        <div style={{ paddingInlineStart: `${depth * 1.25}rem` }}>
          <RowName
            picture={
              <IconTile>
                <Folder aria-hidden="true" />
              </IconTile>
            }
            name={
              <span
                title={label !== null && label !== name ? shown : undefined}
                className={isClosed ? "text-muted italic" : ""}
              >
                {isClosed ? shown : (label ?? shown)}
              </span>
            }
            detail={formerOwner && t("formerly", { who: formerOwner })}
            {...(permission && href && { href })}
          />
        </div>
      </Td>
      <Td label={t("groups")} narrow={groups.count > 0 ? "second" : "hidden"}>
        <GroupChips {...groups} />
      </Td>
      <Td label={t("members")} numeric>
        {members}
      </Td>
      <Td label={t("items")} numeric>
        {items}
      </Td>
      <Td label={t("yourPermission")}>
        {permission ? (
          <Badge tone={permissionTones[permission]}>{t(`permissions.${permission}`)}</Badge>
        ) : (
          <span className="text-muted">{t("noPermission")}</span>
        )}
      </Td>
      <Td narrow="end">
        <RowMenu label={t("options", { name: shown })} entries={entries} />
      </Td>
    </Tr>
  );
}
