import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { OrganizationShell } from "@/components/console/organization-shell";
import { consoleFrame } from "@/lib/http/console-frame";
import { leaveClientAction } from "./actions";
import { KeptOut } from "./kept-out";

type Props = { params: Promise<{ organizationId: string }>; children: ReactNode };

/** Tabs of two clients are told apart by the client's name. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const frame = await consoleFrame((await params).organizationId);
  if (!frame.ok) return {};
  const { name } = frame.result;
  const product = (await getTranslations("ui"))("product");
  return { title: { default: `${name} · ${product}`, template: `%s · ${name} · ${product}` } };
}

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
