"use client";

import { useTranslations } from "next-intl";
import { RowDetail } from "@/components/jobs/row-detail";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { RowName } from "@/components/ui/row-name";
import { Table, Tbody, Td, Thead, Tr } from "@/components/ui/table";
import { Th } from "@/components/ui/table-heading";
import { isAsBefore } from "@/lib/domain/provider/client-jobs";
import type { ClientJob } from "@/lib/operations/client-job/get-client-job";

type Props = { providerId: string; work: ClientJob["work"]; rows: ClientJob["rows"] };

/** What became of each client of a job. */
export function JobRows({ providerId, work, rows }: Props) {
  const t = useTranslations("clients.jobs");
  const compareAt = (id: string) =>
    work.kind === "blueprint"
      ? `/providers/${providerId}/blueprints/${work.blueprintId}/apply?client=${id}`
      : null;
  return (
    <Table label={t("rows")}>
      <Thead>
        <Th>{t("columns.client")}</Th>
        <Th>{t("columns.result")}</Th>
        <Th>{t("columns.detail")}</Th>
      </Thead>
      <Tbody>
        {rows.map((row) => {
          const { id, name, doneAt, refusal, result } = row;
          return (
            <Tr key={id}>
              <Td narrow="lead">
                <RowName
                  picture={<Avatar id={id} name={name} kind="organization" />}
                  name={name}
                  href={`/organizations/${id}`}
                />
              </Td>
              <Td narrow="end">
                {refusal ? (
                  <span className="whitespace-nowrap">
                    <Badge tone="warn">{t(refusal === "needs_a_look" ? "look" : "notDone")}</Badge>
                  </span>
                ) : null}
                {doneAt && isAsBefore(result) ? <Badge>{t("unchanged")}</Badge> : null}
                {doneAt && !isAsBefore(result) ? <Badge tone="ok">{t("done")}</Badge> : null}
                {refusal || doneAt ? null : <Badge>{t("waiting")}</Badge>}
              </Td>
              <Td narrow={refusal || result ? "second" : "hidden"}>
                <RowDetail kind={work.kind} row={row} compareAt={compareAt(id)} />
              </Td>
            </Tr>
          );
        })}
      </Tbody>
    </Table>
  );
}
