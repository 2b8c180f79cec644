import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { EnterClient } from "@/components/organizations/enter-client";
import { NoAccess } from "@/components/organizations/no-access";
import { OrganizationShell } from "@/components/organizations/organization-shell";
import { load, tryLoad } from "@/lib/http/page";
import { getOrganizationFrame } from "@/lib/operations/organization/get-organization-frame";
import { enterClientAction, leaveClientAction } from "./actions";

type Props = { params: Promise<{ organizationId: string }>; children: ReactNode };

export default async function OrganizationLayout({ params, children }: Props) {
  const { organizationId } = await params;
  const frame = await tryLoad(getOrganizationFrame, { organizationId });
  if (frame.ok)
    return (
      <OrganizationShell organizationId={organizationId} frame={frame.result} leave={leaveClientAction}>
        {children}
      </OrganizationShell>
    );
  switch (frame.refusal) {
    case "client_not_entered":
      return <EnterClient organizationId={organizationId} enter={enterClientAction} />;
    case "provider_access_closed":
    case "organization_suspended":
      return <NoAccess why={frame.refusal} />;
    case "not_signed_in":
      // `load` knows the way to log-in and back.
      await load(getOrganizationFrame, { organizationId });
      break;
  }
  notFound();
}
