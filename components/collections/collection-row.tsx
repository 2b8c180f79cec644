"use client";

import { Folder, Pencil, Trash2, Users } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
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

export type CollectionTask = "rename" | "access" | "delete";

type Props = {
  collection: ListedCollection;
  /** Null where its items are not shown. */
  href: string | null;
  /** The name, null where it cannot be opened, "locked" while the vault is. */
  name: string | null | "locked";
  onTask: (task: CollectionTask) => void;
};

export function CollectionRow({ collection, href, name, onTask }: Props) {
  const t = useTranslations("collections");
  const { members, items, permission, mayManage } = collection;
  const shown = name === "locked" ? t("locked") : (name ?? t("broken"));
  return (
    <Tr>
      <Td narrow="lead">
        <RowName
          picture={
            <IconTile>
              <Folder aria-hidden="true" />
            </IconTile>
          }
          name={
            <span className={name === "locked" || name === null ? "text-muted italic" : ""}>{shown}</span>
          }
          {...(permission && href && { href })}
        />
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
        {mayManage ? (
          <RowMenu
            label={t("options", { name: shown })}
            entries={[
              {
                label: t("rename"),
                icon: <Pencil aria-hidden="true" />,
                onSelect: () => onTask("rename"),
              },
              {
                label: t("editAccess"),
                icon: <Users aria-hidden="true" />,
                onSelect: () => onTask("access"),
              },
              {
                label: t("delete"),
                icon: <Trash2 aria-hidden="true" />,
                tone: "danger",
                divided: true,
                onSelect: () => onTask("delete"),
              },
            ]}
          />
        ) : null}
      </Td>
    </Tr>
  );
}
