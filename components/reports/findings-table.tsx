import { useTranslations } from "next-intl";
import type { Finding, ReportName } from "@/components/reports/run-report";
import { RowName } from "@/components/ui/row-name";
import { Table, Tbody, Td, Thead, Tr } from "@/components/ui/table";
import { Th } from "@/components/ui/table-heading";

/** More rows are no help to whoever reads them; the file has all. */
const mostShown = 100;

type Props = { name: ReportName; findings: readonly Finding[]; say: (is: Finding["is"]) => string };

/** The first of what a report has found, each leading to its item. */
export function FindingsTable({ name, findings, say }: Props) {
  const t = useTranslations("reports");
  const isNumber = name === "exposed" || name === "reused";
  return (
    <div className="mt-3">
      <Table label={t(`names.${name}`)} inset={0}>
        <Thead>
          <Th>{t("columns.name")}</Th>
          <Th>{t("columns.keptIn")}</Th>
          <Th numeric={isNumber}>{t(`columns.${name}`)}</Th>
        </Thead>
        <Tbody>
          {findings.slice(0, mostShown).map(({ item, is }) => (
            <Tr key={item.id}>
              <Td narrow="lead">
                <RowName name={item.name} detail={item.username} href={item.href} />
              </Td>
              <Td label={t("columns.keptIn")} narrow="second">
                <bdi>{item.keptIn}</bdi>
              </Td>
              <Td label={t(`columns.${name}`)} numeric={isNumber}>
                <bdi className="wrap-anywhere">{say(is)}</bdi>
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
      {findings.length > mostShown ? (
        <p className="mt-2 text-label text-muted">
          {t("state.more", { count: findings.length - mostShown })}
        </p>
      ) : null}
    </div>
  );
}
