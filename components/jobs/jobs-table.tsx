import { useTranslations } from "next-intl";
import type { SealedTags } from "@/components/clients/tags";
import { JobAsker } from "@/components/jobs/job-asker";
import { JobState } from "@/components/jobs/job-state";
import { JobWork } from "@/components/jobs/job-work";
import { DateTime } from "@/components/ui/date-time";
import { RowName } from "@/components/ui/row-name";
import { Table, Tbody, Td, Thead, Tr } from "@/components/ui/table";
import { Th } from "@/components/ui/table-heading";
import type { ListedJob } from "@/lib/operations/client-job/list-client-jobs";

type Props = { providerId: string; jobs: readonly ListedJob[]; sealedTags: SealedTags };

/** What was done to several clients at once, latest first; each leads to what became of every client. */
export function JobsTable({ providerId, jobs, sealedTags }: Props) {
  const t = useTranslations("clients.jobs");
  return (
    <Table label={t("title")} inset={0}>
      <Thead>
        <Th>{t("columns.work")}</Th>
        <Th numeric>{t("columns.clients")}</Th>
        <Th>{t("columns.result")}</Th>
        <Th>{t("columns.by")}</Th>
        <Th>{t("columns.at")}</Th>
      </Thead>
      <Tbody>
        {jobs.map(({ id, work, blueprintName, askedAt, askedBy, ...counts }) => (
          <Tr key={id}>
            <Td narrow="lead">
              <RowName
                name={<JobWork work={work} sealedTags={sealedTags} blueprintName={blueprintName} />}
                href={`/providers/${providerId}/jobs/${id}`}
              />
            </Td>
            <Td label={t("columns.clients")} numeric>
              {counts.clients}
            </Td>
            <Td>
              <JobState {...counts} />
            </Td>
            <Td>
              <JobAsker {...askedBy} />
            </Td>
            <Td>
              <DateTime value={askedAt} />
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
