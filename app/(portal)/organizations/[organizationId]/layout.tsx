import type { ReactNode } from "react";
import { OrganizationShell } from "@/components/organizations/organization-shell";
import { consoleFrame } from "@/lib/http/console-frame";
import { leaveClientAction } from "./actions";
import { KeptOut } from "./kept-out";

type Props = { params: Promise<{ organizationId: string }>; children: ReactNode };

export default async function OrganizationLayout({ params, children }: Props) {
  const { organizationId } = await params;
  const frame = await consoleFrame(organizationId);
  if (!frame.ok) return <KeptOut organizationId={organizationId} refusal={frame.refusal} />;
  return (
    <OrganizationShell organizationId={organizationId} frame={frame.result} leave={leaveClientAction}>
      {children}
    </OrganizationShell>
  );
}
