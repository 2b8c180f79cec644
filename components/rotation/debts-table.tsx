"use client";

import { useTranslations } from "next-intl";
import { DateTime } from "@/components/ui/date-time";
import { PersonAvatar } from "@/components/ui/person-avatar";
import { RowName } from "@/components/ui/row-name";
import { Table, Tbody, Td, Thead, Tr } from "@/components/ui/table";
import { Th } from "@/components/ui/table-heading";
import type { RotationDebts } from "@/lib/operations/rotation/list-debts";

type Props = { organizationId: string; label: string; debts: RotationDebts };

/** Who was removed, and how many passwords that they could read are still the same. */
export function DebtsTable({ organizationId, label, debts }: Props) {
  const t = useTranslations("rotation.debts");
  return (
    <Table label={label}>
      <Thead>
        <Th>{t("who")}</Th>
        <Th>{t("removed")}</Th>
        <Th numeric>{t("readable")}</Th>
        <Th numeric>{t("changedCount")}</Th>
        <Th numeric>{t("open")}</Th>
      </Thead>
      <Tbody>
        {debts.map(({ id, userId, name, email, removedAt, items, changed }) => {
          const shown = name ?? email ?? t("unknown");
          return (
            <Tr key={id}>
              <Td narrow="lead">
                <RowName
                  picture={<PersonAvatar of={{ id, userId }} name={shown} />}
                  name={shown}
                  detail={name ? email : null}
                  href={`/organizations/${organizationId}/exposed/${id}`}
                />
              </Td>
              <Td label={t("removed")}>
                <DateTime value={removedAt} show="date" />
              </Td>
              <Td label={t("readable")} numeric>
                {items}
              </Td>
              <Td label={t("changedCount")} numeric>
                {changed}
              </Td>
              <Td label={t("open")} numeric>
                <span className="font-semibold text-warn">{items - changed}</span>
              </Td>
            </Tr>
          );
        })}
      </Tbody>
    </Table>
  );
}
