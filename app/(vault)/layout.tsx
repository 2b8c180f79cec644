import {
  Building2,
  Download,
  FileChartColumn,
  FileUp,
  Lock,
  SlidersHorizontal,
  WandSparkles,
} from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { VaultShell } from "@/components/items/vault-shell";
import { Brand } from "@/components/shell/brand";
import { load } from "@/lib/http/page";
import { listMyPlaces } from "@/lib/operations/organization/list-my-places";

export default async function VaultLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations("vault");
  const generator = await getTranslations("generator");
  const reports = await getTranslations("reports");
  const exporting = await getTranslations("exporting");
  const { consoles, portals } = await load(listMyPlaces, {});
  return (
    <VaultShell
      title={t("product")}
      brand={<Brand subtitle={t("product")} href="/vault" />}
      nav={[
        { label: t("vaults"), href: "/vault", icon: <Lock aria-hidden="true" /> },
        { label: generator("title"), href: "/vault/generator", icon: <WandSparkles aria-hidden="true" /> },
        { label: reports("title"), href: "/vault/reports", icon: <FileChartColumn aria-hidden="true" /> },
        { label: t("import"), href: "/vault/import", icon: <FileUp aria-hidden="true" /> },
        { label: exporting("title"), href: "/vault/export", icon: <Download aria-hidden="true" /> },
      ]}
      foot={[
        ...consoles.map(({ id, name }) => ({
          label: t("console", { name }),
          href: `/organizations/${id}`,
          icon: <SlidersHorizontal aria-hidden="true" />,
        })),
        ...portals.map(({ id, name }) => ({
          label: portals.length > 1 ? t("portalOf", { name: name ?? "" }) : t("portal"),
          href: `/providers/${id}`,
          icon: <Building2 aria-hidden="true" />,
        })),
      ]}
    >
      {children}
    </VaultShell>
  );
}
