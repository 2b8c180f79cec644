import { useTranslations } from "next-intl";
import { DateTime } from "@/components/ui/date-time";
import { RowName } from "@/components/ui/row-name";
import { Table, Tbody, Td, Thead, Tr } from "@/components/ui/table";
import { Th } from "@/components/ui/table-heading";

export type KeptMail = { name: string; to: string; subject: string; createdAt: string };

/** The mails that were kept as files, each leading to its page. */
export function MailTable({ mails }: { mails: KeptMail[] }) {
  const t = useTranslations("mail.page");
  return (
    <Table label={t("list")} inset={0}>
      <Thead>
        <Th>{t("subject")}</Th>
        <Th>{t("recipient")}</Th>
        <Th>{t("time")}</Th>
      </Thead>
      <Tbody>
        {mails.map(({ name, to, subject, createdAt }) => (
          <Tr key={name}>
            <Td narrow="lead">
              <RowName name={subject} href={`/admin/mail/read?name=${encodeURIComponent(name)}`} />
            </Td>
            <Td>
              <span className="wrap-anywhere">{to}</span>
            </Td>
            <Td>
              <span className="whitespace-nowrap">
                <DateTime value={createdAt} />
              </span>
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
