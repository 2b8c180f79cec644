"use client";

import { Star } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ItemRow } from "@/components/items/item";
import { detailOf } from "@/components/items/item-detail";
import { ItemTile } from "@/components/items/item-types";
import type { useSortedItems } from "@/components/items/use-sorted-items";
import { Spacer, useRowsInSight } from "@/components/lists/use-rows-in-sight";
import type { useSelection } from "@/components/lists/use-selection";
import { Badge } from "@/components/ui/badge";
import { Checkbox } from "@/components/ui/checkbox";
import { Chip } from "@/components/ui/chip";
import { RowMenuHost } from "@/components/ui/row-menu";
import { RowName } from "@/components/ui/row-name";
import { Table, Tbody, Td, Thead, Tr } from "@/components/ui/table";
import { Th } from "@/components/ui/table-heading";
import { VisuallyHidden } from "@/components/ui/visually-hidden";

type Props = {
  label: string;
  items: readonly ItemRow[];
  selectedId: string | null;
  selection: ReturnType<typeof useSelection<ItemRow>>;
  sorts: ReturnType<typeof useSortedItems>["sorts"];
  onOpen: (item: ItemRow) => void;
  menuOf: (item: ItemRow) => ReactNode;
};

/**
 * Items as rows of a name, what stands under it, and an owner. A list of ten thousand is as fast as one that fits the
 * window.
 */
export function ItemsTable({ label, items, selectedId, selection, sorts, onOpen, menuOf }: Props) {
  const t = useTranslations("vault");
  const ui = useTranslations("ui");
  const { top, from, to, above, below } = useRowsInSight(items.length);

  return (
    <div ref={top}>
      <RowMenuHost>
        <Table label={label} needs="s" sorts={[sorts.name, sorts.owner]}>
          <Thead>
            <Th tight>
              <Checkbox
                aria-label={t("selectAll")}
                checked={selection.areAll}
                partly={selection.areSome}
                onChange={({ target }) => selection.tickAll(target.checked)}
              />
            </Th>
            <Th sort={sorts.name}>{sorts.name.label}</Th>
            <Th sort={sorts.owner} tight>
              {sorts.owner.label}
            </Th>
            <Th tight>
              <VisuallyHidden>{ui("rowOptions")}</VisuallyHidden>
            </Th>
          </Thead>
          <Tbody>
            <Spacer height={above} columns={4} />
            {items.slice(from, to).map((item) => (
              <Tr key={item.id} selected={item.id === selectedId || selection.isSelected(item.id)}>
                <Td narrow="select">
                  <Checkbox
                    aria-label={t("select", { name: item.content?.name || t("broken") })}
                    checked={selection.isSelected(item.id)}
                    onChange={({ target }) => selection.tick(item.id, target.checked)}
                  />
                </Td>
                <Td narrow="lead">
                  <RowName
                    picture={<ItemTile type={item.sealed.type} />}
                    name={item.content?.name || <span className="italic">{t("broken")}</span>}
                    badge={<Signs item={item} />}
                    detail={detailOf(item)}
                    onOpen={() => onOpen(item)}
                  />
                </Td>
                <Td narrow="end">
                  <span className="inline-flex max-w-32 align-middle 2xl:max-w-56">
                    <Chip color={item.keptIn.color}>{item.keptIn.owner ?? t("me")}</Chip>
                  </span>
                </Td>
                <Td narrow="end">{menuOf(item)}</Td>
              </Tr>
            ))}
            <Spacer height={below} columns={4} />
          </Tbody>
        </Table>
      </RowMenuHost>
    </div>
  );
}

function Signs({ item }: { item: ItemRow }) {
  const t = useTranslations("vault");
  if (item.damage.length > 0) return <Badge tone="bad">{t("damage.badge")}</Badge>;
  if (!item.marks.isFavorite) return null;
  return (
    <span title={t("views.favorite")} className="text-brass-text">
      <Star aria-hidden="true" className="size-3.5 fill-current" />
      <VisuallyHidden>{t("views.favorite")}</VisuallyHidden>
    </span>
  );
}
