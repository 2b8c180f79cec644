import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { HeaderMenu } from "@/app/account/header-menu";
import { SessionsSection } from "@/app/account/sections/sessions";
import { AppsGuide } from "@/components/account/apps-guide";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { environment } from "@/lib/env";
import { load } from "@/lib/http/page";
import { listSessions } from "@/lib/operations/account/list-sessions";
import { currentPerson } from "@/lib/session/current-actor";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations("account.apps"))("title"),
});

export default async function AppsPage() {
  if (!(await currentPerson())) redirect("/log-in?next=/account/apps");
  const sessions = await load(listSessions, {});
  const t = await getTranslations("account.apps");
  return (
    <>
      <PageHeader title={t("title")} account={<HeaderMenu />} />
      <PageBody>
        <AppsGuide address={environment().appUrl} />
        <SessionsSection sessions={sessions} />
      </PageBody>
    </>
  );
}
