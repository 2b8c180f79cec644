"use client";

import { useTranslations } from "next-intl";
import { listAddress } from "@/components/lists/list-address";
import { Badge } from "@/components/ui/badge";
import { DateTime } from "@/components/ui/date-time";
import { PersonAvatar } from "@/components/ui/person-avatar";
import { RowName } from "@/components/ui/row-name";
import { Table, Tbody, Td, Thead, Tr } from "@/components/ui/table";
import { Th } from "@/components/ui/table-heading";
import type { ListedVisits } from "@/lib/operations/organization/list-visits";

type Props = {
  label: string;
  /** The address of the log, for those who may read it: each visit leads to what was done in it. */
  log: string | null;
  visits: readonly Omit<ListedVisits["visits"][number], "place">[];
};

/** The log of that person and that time. It shows no more than what was before its end, so the end is a minute later. */
function actsIn(log: string, visit: { userId: string; startedAt: Date; endedAt: Date | null }): string {
  const { userId, startedAt, endedAt } = visit;
  return listAddress(
    log,
    {},
    {
      actor: userId,
      from: new Date(startedAt).toISOString(),
      to: endedAt ? new Date(Number(new Date(endedAt)) + 60_000).toISOString() : undefined,
    },
  );
}

/** The provider's visits: who, from when to when, and how much was done. */
export function VisitsTable({ label, log, visits }: Props) {
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
                  picture={<PersonAvatar of={{ id: userId, userId }} name={shown} />}
                  name={shown}
                  {...(log && userId && { href: actsIn(log, { userId, startedAt, endedAt }) })}
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
