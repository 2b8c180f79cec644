"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { PermissionSelect } from "@/components/collections/permission-select";
import type { MatrixParts } from "@/components/groups/matrix-grid";
import { permissionAt } from "@/components/groups/matrix-state";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";

/** The matrix where it is too narrow to lay out: one group at a time, its collections below each other. */
export function MatrixByGroup({ groups, collections, saved, edits, onSet }: MatrixParts) {
  const t = useTranslations("groups.matrix");
  const ofCollections = useTranslations("collections");
  const [chosen, choose] = useState<string>("");
  const group = groups.find(({ id }) => id === chosen) ?? groups[0];
  if (!group) return null;
  return (
    <Card>
      <div className="flex flex-col gap-3">
        <Field label={t("group")}>
          {(control) => (
            <Select
              {...control}
              value={group.id}
              onChange={({ target }) => choose(target.value)}
              options={groups.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
        </Field>
        <ul className="flex flex-col gap-2">
          {collections.map((collection) => {
            const value = permissionAt(saved, edits, { groupId: group.id, collectionId: collection.id });
            return (
              <li key={collection.id} className="flex flex-wrap items-center gap-2.5">
                <bdi className="wrap-anywhere min-w-40 flex-1">{collection.shown}</bdi>
                {collection.mayManage ? (
                  <PermissionSelect
                    label={t("cell", { group: group.name, collection: collection.shown })}
                    none={ofCollections("noPermission")}
                    value={value ?? ""}
                    onChange={(to) => onSet([group], [collection], to)}
                  />
                ) : (
                  <span className="text-muted">
                    {ofCollections(value ? `permissions.${value}` : "noPermission")}
                  </span>
                )}
              </li>
            );
          })}
        </ul>
      </div>
    </Card>
  );
}
