import {
  Building2,
  House,
  KeyRound,
  LayoutTemplate,
  Plus,
  ReceiptText,
  Settings,
  UserPlus,
  Users,
} from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SuspensionNotice } from "@/components/portal/suspension-notice";
import { AppShell } from "@/components/shell/app-shell";
import { Brand } from "@/components/shell/brand";
import type { NavEntry } from "@/components/shell/nav-entry";
import { AppLink } from "@/components/ui/app-link";
import { Banner } from "@/components/ui/banner";
import { DateTime } from "@/components/ui/date-time";
import type { ProviderFrame } from "@/lib/operations/provider/get-frame";

type Props = {
  providerId: string;
  provider: ProviderFrame;
  children: ReactNode;
};

const moment = (value: Date | null) => (value ? <DateTime value={value} /> : null);

/** The portal around a page: what one may see of it, and what the provider should be told. */
export function PortalShell({ providerId, provider, children }: Props) {
  const t = useTranslations("portal");
  const home = `/providers/${providerId}`;
  const at = (page: string) => `${home}/${page}`;
  const { may } = provider;

  const overview: NavEntry = {
    label: t("nav.overview"),
    href: home,
    alone: true,
    icon: <House aria-hidden="true" />,
  };
  const clients: NavEntry = {
    label: t("nav.clients"),
    href: at("clients"),
    alsoUnder: at("jobs"),
    icon: <Building2 aria-hidden="true" />,
  };
  const blueprints: NavEntry[] = [
    {
      label: t("nav.blueprints"),
      href: at("blueprints"),
      icon: <LayoutTemplate aria-hidden="true" />,
    },
  ];
  const members: NavEntry[] = [
    {
      label: t("nav.manage"),
      href: at("members"),
      icon: <Users aria-hidden="true" />,
      children: [
        { label: t("nav.members"), href: at("members"), badge: provider.toConfirm },
        { label: t("nav.events"), href: at("events") },
      ],
    },
  ];
  const billing: NavEntry[] = [
    {
      label: t("nav.billing"),
      href: at("billing/subscription"),
      icon: <ReceiptText aria-hidden="true" />,
      children: [
        { label: t("nav.subscription"), href: at("billing/subscription") },
        { label: t("nav.history"), href: at("billing/history") },
      ],
    },
  ];
  const settings: NavEntry[] = [
    { label: t("nav.settings"), href: at("settings"), icon: <Settings aria-hidden="true" /> },
  ];
  const foot: NavEntry[] = [{ label: t("nav.vault"), href: "/vault", icon: <KeyRound aria-hidden="true" /> }];

  return (
    <AppShell
      brand={<Brand subtitle={provider.name} href={home} />}
      nav={[
        overview,
        clients,
        ...(may.includes("use_blueprints") ? blueprints : []),
        ...(may.includes("read_staff") ? members : []),
        ...(may.includes("read_subscription") ? billing : []),
        ...(may.includes("read_settings") ? settings : []),
      ]}
      foot={foot}
      title={provider.name}
      acts={[
        ...(may.includes("create_clients")
          ? [
              {
                label: t("acts.newClient"),
                href: `${at("clients")}?new=client`,
                icon: <Plus aria-hidden="true" />,
              },
            ]
          : []),
        ...(may.includes("invite_staff")
          ? [
              {
                label: t("acts.invite"),
                href: `${at("members")}?invite=service_user`,
                icon: <UserPlus aria-hidden="true" />,
              },
            ]
          : []),
      ]}
      shortcuts={{ clients: at("clients"), ...(may.includes("read_staff") && { members: at("members") }) }}
      banners={
        <>
          {provider.state === "suspended" ? (
            <SuspensionNotice
              providerId={providerId}
              name={provider.name}
              since={provider.suspendedAt}
              reason={provider.suspensionReason}
              readsBilling={may.includes("read_subscription")}
            />
          ) : null}
          {provider.accessEndsAt ? (
            <Banner tone="info">
              {t.rich("banner.accessEnds", { date: () => moment(provider.accessEndsAt) })}
            </Banner>
          ) : null}
          {may.includes("invite_staff") && provider.confirmedAdmins < 2 ? (
            <Banner
              tone="warn"
              action={
                <AppLink href={`${at("members")}?invite=provider_admin`}>{t("banner.inviteAdmin")}</AppLink>
              }
            >
              <strong className="font-semibold">{t("banner.oneAdminTitle")}</strong>{" "}
              {t("banner.oneAdminText")}
            </Banner>
          ) : null}
        </>
      }
    >
      {children}
    </AppShell>
  );
}
