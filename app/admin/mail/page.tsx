import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PortalHeader } from "@/app/(portal)/providers/portal-header";
import { type ListParams, wordsOf } from "@/components/lists/list-address";
import { ListPages } from "@/components/lists/list-pages";
import { MailTable } from "@/components/mail/mail-table";
import { OutboxTiles } from "@/components/mail/outbox-tiles";
import { PageBody } from "@/components/shell/page-body";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { load } from "@/lib/http/page";
import { listMails } from "@/lib/operations/mail/list-mails";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("mail.page");
  return { title: t("title") };
}

export default async function MailPage({ searchParams }: PageProps<"/admin/mail">) {
  const query: ListParams = await searchParams;
  const { by, outbox, mails, next } = await load(listMails, { cursor: wordsOf(query).cursor });
  const t = await getTranslations("mail.page");
  const isOutboxOfInterest = by === "resend" || outbox.waiting + outbox.failed > 0;
  return (
    <>
      <PortalHeader title={t("title")} />
      <PageBody>
        <p className="max-w-prose text-muted">
          {t(by === "resend" ? "resendIntroduction" : "filesIntroduction")}
        </p>
        {isOutboxOfInterest ? <OutboxTiles outbox={outbox} /> : null}
        {mails.length > 0 ? (
          <>
            <MailTable mails={mails} />
            <ListPages path="/admin/mail" query={query} next={next}>
              {t(query.cursor || next ? "page" : "count", { count: mails.length })}
            </ListPages>
          </>
        ) : null}
        {by === "file" && mails.length === 0 ? (
          <Card>
            <EmptyState illustration="log" title={t("emptyTitle")}>
              {t("empty")}
            </EmptyState>
          </Card>
        ) : null}
      </PageBody>
    </>
  );
}
