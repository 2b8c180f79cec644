"use client";

import { useTranslations } from "next-intl";
import { useMessages } from "@/components/forms/use-messages";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { RowName } from "@/components/ui/row-name";
import { Table, Tbody, Td, Thead, Tr } from "@/components/ui/table";
import { Th } from "@/components/ui/table-heading";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import { planFacts } from "@/lib/domain/organization/plans";
import type { LinkableOrganization } from "@/lib/operations/client/list-linkable";

type Props = {
  organizations: readonly LinkableOrganization[];
  onChoose: (organization: LinkableOrganization) => void;
};

/** The organizations that one owns: each can be added, or says why not. */
export function LinkableTable({ organizations, onChoose }: Props) {
  const t = useTranslations("clients");
  const { failure } = useMessages();
  return (
    <Table label={t("existing.label")} needs="s">
      <Thead>
        <Th>{t("existing.name")}</Th>
        <Th numeric>{t("columns.assigned")}</Th>
        <Th tight>
          <VisuallyHidden>{t("existing.next")}</VisuallyHidden>
        </Th>
      </Thead>
      <Tbody>
        {organizations.map((organization) => {
          const { id, name, plan, seats, blocked } = organization;
          const why = blocked
            ? failure({ code: blocked.refusal, ...(blocked.values && { values: blocked.values }) })
            : null;
          return (
            <Tr key={id}>
              <Td narrow="lead">
                <RowName
                  picture={<Avatar id={id} name={name} kind="organization" />}
                  name={name}
                  detail={<span id={`${id}-why`}>{why ?? t(`plans.${planFacts[plan].tier}`)}</span>}
                />
              </Td>
              <Td label={t("columns.assigned")} numeric>
                {seats}
              </Td>
              <Td narrow="end">
                <Button
                  variant="quiet"
                  size="s"
                  disabled={blocked !== null}
                  aria-label={t("existing.nextWith", { name })}
                  aria-describedby={`${id}-why`}
                  onClick={() => onChoose(organization)}
                >
                  {t("existing.next")}
                </Button>
              </Td>
            </Tr>
          );
        })}
      </Tbody>
    </Table>
  );
}
