"use client";

import {
  Archive,
  Building2,
  Folder,
  FolderLock,
  FolderMinus,
  FolderTree,
  LayoutGrid,
  Lock,
  Plus,
  Star,
  Trash2,
} from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { treeOf } from "@/components/collections/tree";
import { shownTypes, typeIcons } from "@/components/items/item-types";
import type { OpenedVault } from "@/components/items/open-vault";
import { passes, type VaultFilter } from "@/components/items/vault-filter";
import { colorOf } from "@/components/ui/color-of";

type Props = {
  vault: OpenedVault;
  /** All of it is there, and can be counted. */
  isWhole: boolean;
  organizations: readonly { organizationId: string; name: string }[];
  filter: VaultFilter;
  onFilter: (filter: VaultFilter) => void;
  /** Null where one of their organizations allows them no other. */
  onNewOrganization: (() => void) | null;
  /** Null where nothing can be changed. */
  onNewFolder: (() => void) | null;
};

/** Views of the vault: by owner and by collection. */
export function VaultFilters(props: Props) {
  const { vault, isWhole, organizations, filter, onFilter, onNewOrganization, onNewFolder } = props;
  const t = useTranslations("vault");
  const newOrganization = useTranslations("organizations.new")("title");

  const entry = (to: VaultFilter, label: string, icon: ReactNode, depth = 0, name = label) => (
    <li key={JSON.stringify(to)}>
      <button
        type="button"
        aria-pressed={JSON.stringify(to) === JSON.stringify(filter)}
        onClick={() => onFilter(to)}
        style={{ paddingInlineStart: `${0.625 + 0.875 * depth}rem` }}
        className="flex min-h-8 w-full items-center gap-3 rounded-item px-2.5 py-1 text-start hover:bg-tint aria-pressed:bg-tint aria-pressed:font-semibold"
      >
        <span className="text-muted">{icon}</span>
        <span dir="auto" title={name} className="own-direction min-w-0 flex-1 truncate">
          {label}
        </span>
        <span className="text-label text-muted tabular-nums">
          {isWhole ? vault.items.filter((item) => passes(item, to)).length : null}
        </span>
      </button>
    </li>
  );

  return (
    <nav
      aria-label={t("filters")}
      className="max-h-[calc(100dvh-2rem)] overflow-y-auto rounded-card border bg-raised p-2.5 shadow-card"
    >
      <Group title={t("groups.vaults")}>
        {entry({ by: "all" }, t("all"), <LayoutGrid aria-hidden="true" />)}
        {entry({ by: "mine" }, t("mine"), <Lock aria-hidden="true" />, 1)}
        {organizations.map(({ organizationId, name }) =>
          entry(
            { by: "organization", id: organizationId },
            name,
            <Building2 aria-hidden="true" style={{ color: colorOf(organizationId) }} />,
            1,
          ),
        )}
        {onNewOrganization ? <NewEntry label={newOrganization} onClick={onNewOrganization} /> : null}
      </Group>
      <Group title={t("groups.items")}>
        {entry({ by: "favorite" }, t("views.favorite"), <Star aria-hidden="true" />)}
        {shownTypes.map((type) => {
          const Icon = typeIcons[type];
          return entry({ by: "type", type }, t(`types.${type}`), <Icon aria-hidden="true" />);
        })}
        {entry({ by: "archive" }, t("views.archive"), <Archive aria-hidden="true" />)}
        {entry({ by: "trash" }, t("views.trash"), <Trash2 aria-hidden="true" />)}
      </Group>
      <Group title={t("groups.folders")}>
        {treeOf(vault.folders, ({ name }) => name).map(({ row: { id }, name, label, depth }) =>
          entry(
            { by: "folder", id },
            label ?? t("broken"),
            <Folder aria-hidden="true" />,
            depth,
            name ?? t("broken"),
          ),
        )}
        {vault.folders.length > 0
          ? entry({ by: "folder", id: null }, t("folder.none"), <FolderMinus aria-hidden="true" />)
          : null}
        {onNewFolder ? <NewEntry label={t("folder.new")} onClick={onNewFolder} /> : null}
      </Group>
      {vault.collections.length > 0 ? (
        <Group title={t("groups.collections")}>
          {organizations.flatMap(({ organizationId }) => {
            const own = vault.collections.filter((each) => each.organizationId === organizationId);
            return treeOf(own, ({ name }) => name).map(({ row: { id, isOwn }, name, label, depth }) => {
              const Icon = isOwn ? FolderLock : FolderTree;
              return entry(
                { by: "collection", id },
                label ?? t("broken"),
                <Icon aria-hidden="true" />,
                depth,
                name ?? t("broken"),
              );
            });
          })}
        </Group>
      ) : null}
    </nav>
  );
}

const Group = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="pb-2 last:pb-0">
    <h2 className="px-2.5 py-1.5 font-medium text-label text-muted">{title}</h2>
    <ul className="flex flex-col gap-0.5">{children}</ul>
  </section>
);

const NewEntry = ({ label, onClick }: { label: string; onClick: () => void }) => (
  <li>
    <button
      type="button"
      onClick={onClick}
      className="flex min-h-8 w-full items-center gap-3 rounded-item px-2.5 py-1 ps-6 text-start text-muted hover:bg-tint hover:text-ink"
    >
      <Plus aria-hidden="true" />
      {label}
    </button>
  </li>
);
