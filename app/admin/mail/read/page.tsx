import { ArrowLeft } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PortalHeader } from "@/app/(portal)/providers/portal-header";
import { MailView } from "@/components/mail/mail-view";
import { PageBody } from "@/components/shell/page-body";
import { LinkButton } from "@/components/ui/link-button";
import { load } from "@/lib/http/page";
import { readKeptMail } from "@/lib/operations/mail/read-kept-mail";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("mail.page");
  return { title: t("title") };
}

export default async function MailReadPage({ searchParams }: PageProps<"/admin/mail/read">) {
  const { name } = await searchParams;
  const mail = await load(readKeptMail, { name: typeof name === "string" ? name : "" });
  const t = await getTranslations("mail.page");
  const back = (
    <LinkButton variant="quiet" href="/admin/mail" icon={<ArrowLeft aria-hidden="true" />}>
      {t("back")}
    </LinkButton>
  );
  return (
    <>
      <PortalHeader title={mail.subject} actions={back} />
      <PageBody>
        <MailView mail={mail} />
      </PageBody>
    </>
  );
}
