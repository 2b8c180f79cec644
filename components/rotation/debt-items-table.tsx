"use client";

import { useTranslations } from "next-intl";
import { openDebtItems, type SealedDebtItems } from "@/components/rotation/open-debt-items";
import { RowName } from "@/components/ui/row-name";
import { Table, Tbody, Td, Thead, Tr } from "@/components/ui/table";
import { Th } from "@/components/ui/table-heading";
import { TableSkeleton } from "@/components/ui/table-skeleton";
import { Decrypted } from "@/components/vault/decrypted";
import { useVault } from "@/components/vault/vault-provider";

type Props = { label: string; sealed: SealedDebtItems };

/** Items whose passwords somebody may still know, each with the collection where it is changed. */
export function DebtItemsTable({ label, sealed }: Props) {
  const t = useTranslations("rotation.debts");
  const { status } = useVault();
  const fallback = status === "locked" ? null : <TableSkeleton rows={sealed.items.length} />;
  return (
    <Decrypted sealed={sealed} open={openDebtItems} fallback={fallback}>
      {(items) => (
        <Table label={label}>
          <Thead>
            <Th>{t("item")}</Th>
          </Thead>
          <Tbody>
            {items.map(({ id, name, collectionId }) => (
              <Tr key={id}>
                <Td narrow="lead">
                  <RowName
                    name={name ?? t("broken")}
                    href={`/organizations/${sealed.organizationId}/collections/${collectionId ?? "unassigned"}?item=${id}`}
                  />
                </Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
      )}
    </Decrypted>
  );
}
