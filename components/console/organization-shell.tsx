import {
  Download,
  Eye,
  FileChartColumn,
  FileUp,
  Folder,
  KeyRound,
  LayoutDashboard,
  LifeBuoy,
  Lock,
  ScrollText,
  Settings,
  ShieldCheck,
  UserPlus,
  Users,
  UsersRound,
} from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { BackToClients } from "@/components/console/back-to-clients";
import type { LeaveAction } from "@/components/console/use-leave-client";
import { VisitBanner } from "@/components/console/visit-banner";
import { AppShell } from "@/components/shell/app-shell";
import { OrganizationBrand } from "@/components/shell/organization-brand";
import { colorOf } from "@/components/ui/color-of";
import type { OrganizationFrame } from "@/lib/operations/organization/get-organization-frame";

type Props = {
  organizationId: string;
  frame: OrganizationFrame;
  leave: LeaveAction;
  children: ReactNode;
};

/** The frame of a client's console, for its own managers and for the provider's visitors. */
export function OrganizationShell({ organizationId, frame, leave, children }: Props) {
  const t = useTranslations("console");
  const exporting = useTranslations("exporting");
  const { name, plan, seats, usedSeats, toConfirm, recoveriesToApprove, provider, visitSince } = frame;
  const home = `/organizations/${organizationId}`;
  const visit = provider && visitSince ? { provider, since: visitSince } : null;

  return (
    <AppShell
      title={name}
      acts={
        frame.may.includes("invite_members")
          ? [
              {
                label: t("inviteMember"),
                href: `${home}/members?invite=user`,
                icon: <UserPlus aria-hidden="true" />,
              },
            ]
          : []
      }
      {...(visit && { stripe: colorOf(organizationId) })}
      brand={
        <OrganizationBrand
          id={organizationId}
          name={name}
          subtitle={`${t(`plans.${plan}`)} · ${t("seats", { used: usedSeats, seats })}`}
          href={home}
        />
      }
      nav={[
        { label: t("overview"), href: home, alone: true, icon: <LayoutDashboard aria-hidden="true" /> },
        ...(frame.may.includes("read_collections")
          ? [{ label: t("collections"), href: `${home}/collections`, icon: <Folder aria-hidden="true" /> }]
          : []),
        ...(frame.may.includes("read_members")
          ? [
              {
                label: t("members"),
                href: `${home}/members`,
                icon: <Users aria-hidden="true" />,
                badge: toConfirm,
              },
            ]
          : []),
        ...(frame.may.includes("read_groups")
          ? [{ label: t("groups"), href: `${home}/groups`, icon: <UsersRound aria-hidden="true" /> }]
          : []),
        ...(frame.may.includes("read_policies")
          ? [{ label: t("policies"), href: `${home}/policies`, icon: <ShieldCheck aria-hidden="true" /> }]
          : []),
        ...(frame.may.includes("recover_accounts")
          ? [
              {
                label: t("recovery"),
                href: `${home}/recovery`,
                icon: <LifeBuoy aria-hidden="true" />,
                badge: recoveriesToApprove,
              },
            ]
          : []),
        ...(frame.may.includes("use_items")
          ? [{ label: t("exposed"), href: `${home}/exposed`, icon: <KeyRound aria-hidden="true" /> }]
          : []),
        ...(frame.may.includes("import_items")
          ? [{ label: t("import"), href: `${home}/import`, icon: <FileUp aria-hidden="true" /> }]
          : []),
        ...(frame.may.includes("read_events")
          ? [{ label: t("events"), href: `${home}/events`, icon: <ScrollText aria-hidden="true" /> }]
          : []),
        ...(frame.may.includes("read_reports")
          ? [{ label: t("reports"), href: `${home}/reports`, icon: <FileChartColumn aria-hidden="true" /> }]
          : []),
        ...(frame.may.includes("export_items")
          ? [{ label: exporting("title"), href: `${home}/export`, icon: <Download aria-hidden="true" /> }]
          : []),
        ...(frame.may.includes("read_visits") && provider
          ? [{ label: t("visits"), href: `${home}/visits`, icon: <Eye aria-hidden="true" /> }]
          : []),
        ...(frame.may.includes("manage_settings")
          ? [{ label: t("settings"), href: `${home}/settings`, icon: <Settings aria-hidden="true" /> }]
          : []),
      ]}
      foot={visit ? [] : [{ label: t("vault"), href: "/vault", icon: <Lock aria-hidden="true" /> }]}
      wayOut={visit ? <BackToClients organizationId={organizationId} leave={leave} /> : null}
      banners={
        visit ? (
          <VisitBanner
            organizationId={organizationId}
            provider={visit.provider.name}
            since={visit.since}
            opensItems={frame.may.includes("use_items")}
            leave={leave}
          />
        ) : null
      }
    >
      {children}
    </AppShell>
  );
}
