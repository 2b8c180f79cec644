import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { OwnProviders } from "@/components/portal/own-providers";
import { AppShell } from "@/components/shell/app-shell";
import { Brand } from "@/components/shell/brand";
import { PageBody } from "@/components/shell/page-body";
import { hasAccess } from "@/lib/domain/provider/member";
import { load } from "@/lib/http/page";
import { listOwnProviders } from "@/lib/operations/provider/list-own-providers";
import { PortalHeader } from "./portal-header";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("portal.own");
  return { title: t("title") };
}

/** One's providers; whoever has a single one goes straight there. */
export default async function OwnProvidersPage() {
  const providers = await load(listOwnProviders, {});
  const [only] = providers;
  if (only && providers.length === 1 && hasAccess(only)) redirect(`/providers/${only.id}`);
  const t = await getTranslations("portal");
  return (
    <AppShell
      brand={<Brand subtitle={t("area")} href="/providers" />}
      nav={[{ label: t("own.title"), href: "/providers" }]}
      foot={[{ label: t("nav.vault"), href: "/vault" }]}
      title={t("own.title")}
    >
      <PortalHeader title={t("own.title")} />
      <PageBody>
        <OwnProviders providers={providers} />
      </PageBody>
    </AppShell>
  );
}
