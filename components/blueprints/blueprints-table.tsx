"use client";

import { LayoutTemplate } from "lucide-react";
import { useTranslations } from "next-intl";
import { openBlueprints, type SealedBlueprints } from "@/components/blueprints/blueprints";
import { OpenedOnUnlock } from "@/components/blueprints/opened";
import { DateTime } from "@/components/ui/date-time";
import { LinkButton } from "@/components/ui/link-button";
import { RowName } from "@/components/ui/row-name";
import { Table, Tbody, Td, Thead, Tr } from "@/components/ui/table";
import { Th } from "@/components/ui/table-heading";

/** The provider's blueprints by name; each leads to what is in it. */
export function BlueprintsTable({ sealed }: { sealed: SealedBlueprints }) {
  const t = useTranslations("blueprints");
  return (
    <OpenedOnUnlock sealed={sealed} open={openBlueprints}>
      {(blueprints) => (
        <Table label={t("title")} needs="s" inset={30}>
          <Thead>
            <Th>{t("columns.name")}</Th>
            <Th>{t("columns.changed")}</Th>
            <Th>{t("columns.use")}</Th>
          </Thead>
          <Tbody>
            {blueprints.map(({ id, name, revisedAt }) => {
              const at = `/providers/${sealed.providerId}/blueprints/${id}`;
              return (
                <Tr key={id}>
                  <Td narrow="lead">
                    <RowName
                      picture={<LayoutTemplate aria-hidden="true" className="flex-none text-muted" />}
                      name={name ?? t("unreadable")}
                      href={at}
                    />
                  </Td>
                  <Td>
                    <DateTime value={revisedAt} />
                  </Td>
                  <Td>
                    <LinkButton href={`${at}/apply`} variant="quiet" size="s">
                      {t("apply")}
                    </LinkButton>
                  </Td>
                </Tr>
              );
            })}
          </Tbody>
        </Table>
      )}
    </OpenedOnUnlock>
  );
}
