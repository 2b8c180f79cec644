import { Building2, KeyRound, Mail } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AppShell } from "@/components/shell/app-shell";
import { Brand } from "@/components/shell/brand";

/** The administration of the instance: its providers and its mail, and nothing of their contents. */
export function AdminShell({ children }: { children: ReactNode }) {
  const t = useTranslations("admin");
  const portal = useTranslations("portal");
  return (
    <AppShell
      brand={<Brand subtitle={t("area")} href="/admin/providers" />}
      nav={[
        { label: t("providers"), href: "/admin/providers", icon: <Building2 aria-hidden="true" /> },
        { label: t("mail"), href: "/admin/mail", icon: <Mail aria-hidden="true" /> },
      ]}
      foot={[{ label: portal("nav.vault"), href: "/vault", icon: <KeyRound aria-hidden="true" /> }]}
      title={t("area")}
    >
      {children}
    </AppShell>
  );
}
