import { ArrowLeft, TabletSmartphone, UserRound } from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { AppShell } from "@/components/shell/app-shell";
import { Brand } from "@/components/shell/brand";

/** The account belongs to no provider and no client, so its side bar leads back to where one's work is. */
export default async function AccountLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations("account");
  return (
    <AppShell
      brand={<Brand subtitle={t("title")} href="/" />}
      nav={[
        { label: t("title"), href: "/account", alone: true, icon: <UserRound aria-hidden="true" /> },
        { label: t("apps.title"), href: "/account/apps", icon: <TabletSmartphone aria-hidden="true" /> },
      ]}
      foot={[{ label: t("back"), href: "/", icon: <ArrowLeft aria-hidden="true" /> }]}
      title={t("title")}
    >
      {children}
    </AppShell>
  );
}
