"use client";

import { useTranslations } from "next-intl";
import { useRowRefusal } from "@/components/clients/use-row-refusal";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { RowName } from "@/components/ui/row-name";
import { Table, Tbody, Td, Thead, Tr } from "@/components/ui/table";
import { Th } from "@/components/ui/table-heading";
import type { ClientJob } from "@/lib/operations/client-job/get-client-job";

/** What became of each client of a job. */
export function JobRows({ rows }: { rows: ClientJob["rows"] }) {
  const t = useTranslations("clients.jobs");
  const why = useRowRefusal();
  return (
    <Table label={t("rows")}>
      <Thead>
        <Th>{t("columns.client")}</Th>
        <Th>{t("columns.result")}</Th>
        <Th>{t("columns.detail")}</Th>
      </Thead>
      <Tbody>
        {rows.map(({ id, name, doneAt, refusal, result }) => (
          <Tr key={id}>
            <Td narrow="lead">
              <RowName
                picture={<Avatar id={id} name={name} kind="organization" />}
                name={name}
                href={`/organizations/${id}`}
              />
            </Td>
            <Td narrow="end">
              {refusal ? <Badge tone="warn">{t("notDone")}</Badge> : null}
              {doneAt ? <Badge tone="ok">{t("done")}</Badge> : null}
              {refusal || doneAt ? null : <Badge>{t("waiting")}</Badge>}
            </Td>
            <Td narrow={refusal || result ? "second" : "hidden"}>
              {refusal ? why(refusal) : null}
              {result ? t("fromTo", result) : null}
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
