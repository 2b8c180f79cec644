"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Remarks } from "@/components/import/remarks";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Table, Tbody, Td, Thead, Tr } from "@/components/ui/table";
import { Th } from "@/components/ui/table-heading";
import type { Preview } from "@/lib/import/preview";

type Props = {
  preview: Extract<Preview, { kind: "items" }>;
  /** Which of its rows the place has already. */
  there: readonly number[];
  isOwn: boolean;
  children: ReactNode;
};

/** What was found in a file, before anything is imported: how much of what, the first rows, and what is left out. */
export function PreviewStep({ preview, there, isOwn, children }: Props) {
  const t = useTranslations("import");
  const types = Object.entries(preview.types);
  return (
    <>
      <Card title={t("found", { count: preview.total, format: t(`format.${preview.format}`) })}>
        <div className="flex flex-col gap-3.5">
          <ul className="flex flex-wrap gap-2">
            {types.map(([type, count]) => (
              <li key={type}>
                {/* Its keys are the types. */}
                <Badge>{t(`types.${type as keyof typeof preview.types}`, { count })}</Badge>
              </li>
            ))}
          </ul>
          {preview.marked > 0 && !isOwn ? (
            <p className="text-muted">{t("marks", { count: preview.marked })}</p>
          ) : null}
          {preview.files > 0 ? (
            <p className="text-muted">{t("files.along", { count: preview.files })}</p>
          ) : null}
          {children}
        </div>
      </Card>
      <Remarks what="leftOut" remarked={preview.leftOut} />
      <Remarks what="changed" remarked={preview.changed} />
      <Table label={t("firstRows", { count: preview.rows.length })} inset={0} needs="s">
        <Thead>
          <Th>{t("name")}</Th>
          <Th>{t("row")}</Th>
          <Th>{t("type")}</Th>
          <Th>{t("folder")}</Th>
        </Thead>
        <Tbody>
          {preview.rows.map((row, at) => (
            <Tr key={`${row.place} ${row.name}`}>
              <Td narrow="lead">
                <span className="font-medium">{row.name}</span>
                {row.isRepeated ? (
                  <>
                    {" "}
                    <Badge tone="warn">{t("again")}</Badge>
                  </>
                ) : null}
                {there.includes(at) ? (
                  <>
                    {" "}
                    <Badge>{t("thereAlready")}</Badge>
                  </>
                ) : null}
              </Td>
              <Td label={t("row")}>{row.place}</Td>
              <Td label={t("type")}>{t(`typeNames.${row.type}`)}</Td>
              <Td label={t("folder")}>{row.folder ?? "–"}</Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
    </>
  );
}
