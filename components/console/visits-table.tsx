"use client";

import { useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { DateTime } from "@/components/ui/date-time";
import { RowName } from "@/components/ui/row-name";
import { Table, Tbody, Td, Thead, Tr } from "@/components/ui/table";
import { Th } from "@/components/ui/table-heading";
import type { ListedVisits } from "@/lib/operations/organization/list-visits";

type Props = { label: string; visits: readonly Omit<ListedVisits["visits"][number], "place">[] };

/** The provider's visits: who, from when to when, and how much was done. */
export function VisitsTable({ label, visits }: Props) {
  const t = useTranslations("console.visitsPage");
  return (
    <Table label={label}>
      <Thead>
        <Th>{t("visitor")}</Th>
        <Th>{t("from")}</Th>
        <Th>{t("to")}</Th>
        <Th numeric>{t("acts")}</Th>
      </Thead>
      <Tbody>
        {visits.map(({ id, userId, name, email, startedAt, endedAt, isOpen, acts }) => {
          const shown = name ?? email ?? t("unknown");
          return (
            <Tr key={id}>
              <Td narrow="lead">
                <RowName
                  picture={<Avatar id={userId} name={shown} kind="person" />}
                  name={shown}
                  detail={name ? email : null}
                  badge={isOpen ? <Badge tone="brass">{t("open")}</Badge> : null}
                />
              </Td>
              <Td label={t("from")}>
                <DateTime value={startedAt} show="date and time" />
              </Td>
              <Td label={t("to")}>{endedAt ? <DateTime value={endedAt} show="date and time" /> : "–"}</Td>
              <Td label={t("acts")} numeric>
                {acts}
              </Td>
            </Tr>
          );
        })}
      </Tbody>
    </Table>
  );
}
