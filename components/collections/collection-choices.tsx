"use client";

import { Folder } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { z } from "zod";
import type { Names } from "@/components/collections/open-collection-names";
import { PermissionSelect } from "@/components/collections/permission-select";
import { treeOf } from "@/components/collections/tree";
import { SearchBox } from "@/components/ui/search-box";
import type { CollectionGrants } from "@/lib/domain/collection/inputs";
import { folded } from "@/lib/domain/search";

type Grants = z.input<typeof CollectionGrants>;

type Props = {
  rows: readonly { id: string }[];
  /** Null while the vault is locked. */
  names: Names | null;
  grants: Grants;
  onChange: (grants: Grants) => void;
};

/** As many as somebody looks through. Whichever is not among them is found by searching. */
const shownAtOnce = 50;

/** Collections as a tree, each with a permission to choose. What was chosen stands first where there are many. */
export function CollectionChoices({ rows, names, grants, onChange }: Props) {
  const t = useTranslations("members.inviteDialog.grants");
  const ofCollections = useTranslations("collections");
  const [search, setSearch] = useState("");
  const permissionOf = (id: string) =>
    grants.find(({ collectionId }) => collectionId === id)?.permission ?? "";
  const isLong = rows.length > shownAtOnce;
  const wanted = folded(search);
  const tree = treeOf(rows, ({ id }) => names?.get(id) ?? null).map((each, index) => ({
    ...each,
    spoken: each.name ?? t("locked", { number: index + 1 }),
  }));
  const found = wanted ? tree.filter(({ spoken }) => folded(spoken).includes(wanted)) : tree;
  const chosen = isLong && !wanted ? found.filter(({ row }) => permissionOf(row.id)) : [];
  const others = found.filter((each) => !chosen.includes(each));
  const shown = [...chosen, ...others].slice(0, Math.max(shownAtOnce, chosen.length));
  const isTree = !isLong && !wanted;

  return (
    <>
      {isLong && names ? (
        <SearchBox label={ofCollections("searchNames")} onSearch={setSearch} found={found.length} />
      ) : null}
      <ul className="flex flex-col gap-2">
        {shown.map(({ row: { id }, label, spoken, depth }) => (
          <li
            key={id}
            className="flex flex-wrap items-center gap-2.5"
            style={isTree ? { paddingInlineStart: `${depth * 1.25}rem` } : undefined}
          >
            <Folder aria-hidden="true" className="text-muted" />
            <bdi className="wrap-anywhere min-w-40 flex-1">{isTree ? (label ?? spoken) : spoken}</bdi>
            <PermissionSelect
              label={spoken}
              none={t("none")}
              value={permissionOf(id)}
              onChange={(permission) => {
                const rest = grants.filter(({ collectionId }) => collectionId !== id);
                onChange(permission ? [...rest, { collectionId: id, permission }] : rest);
              }}
            />
          </li>
        ))}
      </ul>
      {found.length > shown.length ? (
        <p className="text-label text-muted">
          {ofCollections("someShown", { shown: shown.length, count: found.length })}
        </p>
      ) : null}
    </>
  );
}
