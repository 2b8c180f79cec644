"use client";

import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { KeyRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { useLayoutEffect, useRef, useState } from "react";
import type { ItemRow } from "@/components/items/item";
import { Badge } from "@/components/ui/badge";
import { Chip } from "@/components/ui/chip";
import { IconTile } from "@/components/ui/icon-tile";
import { RowName } from "@/components/ui/row-name";
import { Table, Tbody, Td, Thead, Tr } from "@/components/ui/table";
import { Th } from "@/components/ui/table-heading";

/** A list with this many rows or more has only the rows in sight in the page. */
const virtualFrom = 100;
const rowHeight = 54;

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
  const isVirtual = items.length > virtualFrom;
  const top = useRef<HTMLDivElement>(null);
  const [scrollMargin, setScrollMargin] = useState(0);
  useLayoutEffect(() => {
    const box = top.current?.getBoundingClientRect();
    if (box) setScrollMargin(box.top + window.scrollY);
  }, []);
  const virtualizer = useWindowVirtualizer({
    count: items.length,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollMargin,
    enabled: isVirtual,
  });
  const inSight = virtualizer.getVirtualItems();
  const first = inSight[0];
  const last = inSight.at(-1);
  const shown = isVirtual ? items.slice(first?.index ?? 0, (last?.index ?? -1) + 1) : items;
  const above = isVirtual && first ? first.start - scrollMargin : 0;
  const below = isVirtual ? virtualizer.getTotalSize() - (last ? last.end - scrollMargin : 0) : 0;

  return (
    <div ref={top}>
      <Table label={label} needs="s">
        <Thead>
          <Th>{t("name")}</Th>
          <Th tight>{t("owner")}</Th>
        </Thead>
        <Tbody>
          <Spacer height={above} />
          {shown.map((item) => (
            <Tr key={item.id} selected={item.id === selectedId}>
              <Td narrow="lead">
                <RowName
                  picture={
                    <IconTile>
                      <KeyRound aria-hidden="true" />
                    </IconTile>
                  }
                  name={item.content?.name || <span className="italic">{t("broken")}</span>}
                  badge={item.damage.length > 0 ? <Badge tone="bad">{t("damage.badge")}</Badge> : null}
                  detail={item.content?.data.username}
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
          <Spacer height={below} />
        </Tbody>
      </Table>
    </div>
  );
}

/** Stands for the rows out of sight, so that the page is as long as all of them. */
const Spacer = ({ height }: { height: number }) =>
  height > 0 ? (
    <tr style={{ height }}>
      <td colSpan={2} style={{ height }} className="rows:block" />
    </tr>
  ) : null;
