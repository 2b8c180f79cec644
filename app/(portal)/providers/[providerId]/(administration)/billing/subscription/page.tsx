import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PortalHeader } from "@/app/(portal)/providers/portal-header";

import { SubscriptionView } from "@/components/billing/subscription";
import { PageBody } from "@/components/shell/page-body";
import { load } from "@/lib/http/page";
import { getSubscription } from "@/lib/operations/provider/get-subscription";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("portal.subscription");
  return { title: t("title") };
}

export default async function SubscriptionPage({
  params,
}: PageProps<"/providers/[providerId]/billing/subscription">) {
  const { providerId } = await params;
  const subscription = await load(getSubscription, { providerId });
  const t = await getTranslations("portal.subscription");
  return (
    <>
      <PortalHeader title={t("title")} />
      <PageBody>
        <SubscriptionView providerId={providerId} subscription={subscription} />
      </PageBody>
    </>
  );
}
