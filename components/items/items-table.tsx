"use client";

import { useTranslations } from "next-intl";
import type { ItemRow } from "@/components/items/item";
import { ItemTile } from "@/components/items/item-types";
import { subtitleOf } from "@/components/items/subtitle";
import { Spacer, useRowsInSight } from "@/components/lists/use-rows-in-sight";
import { Badge } from "@/components/ui/badge";
import { Chip } from "@/components/ui/chip";
import { RowName } from "@/components/ui/row-name";
import { Table, Tbody, Td, Thead, Tr } from "@/components/ui/table";
import { Th } from "@/components/ui/table-heading";

type Props = {
  label: string;
  items: readonly ItemRow[];
  selectedId: string | null;
  onOpen: (item: ItemRow) => void;
};

/**
 * Items as rows of a name, a user name and an owner. A list of ten thousand is as fast as one that fits the
 * window.
 */
export function ItemsTable({ label, items, selectedId, onOpen }: Props) {
  const t = useTranslations("vault");
  const { top, from, to, above, below } = useRowsInSight(items.length);

  return (
    <div ref={top}>
      <Table label={label} needs="s">
        <Thead>
          <Th>{t("name")}</Th>
          <Th tight>{t("owner")}</Th>
        </Thead>
        <Tbody>
          <Spacer height={above} columns={2} />
          {items.slice(from, to).map((item) => (
            <Tr key={item.id} selected={item.id === selectedId}>
              <Td narrow="lead">
                <RowName
                  picture={<ItemTile type={item.sealed.type} />}
                  name={item.content?.name || <span className="italic">{t("broken")}</span>}
                  badge={item.damage.length > 0 ? <Badge tone="bad">{t("damage.badge")}</Badge> : null}
                  detail={item.content && subtitleOf(item.content)}
                  onOpen={() => onOpen(item)}
                />
              </Td>
              <Td narrow="end">
                <span className="inline-flex max-w-32 align-middle 2xl:max-w-56">
                  <Chip color={item.keptIn.color}>{item.keptIn.owner ?? t("me")}</Chip>
                </span>
              </Td>
            </Tr>
          ))}
          <Spacer height={below} columns={2} />
        </Tbody>
      </Table>
    </div>
  );
}
