import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { askOrganizationKey, askProviderKey } from "@/app/questions";
import { OrganizationShell } from "@/components/console/organization-shell";
import { AdoptKey } from "@/components/rotation/adopt-key";
import { consoleFrame } from "@/lib/http/console-frame";
import { adoptOrganizationKeyAction, leaveClientAction } from "./actions";
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
      {frame.result.takesKeyOver ? (
        <AdoptKey
          organizationId={organizationId}
          getKey={askOrganizationKey}
          getProviderKey={askProviderKey}
          adopt={adoptOrganizationKeyAction}
        />
      ) : null}
      {children}
    </OrganizationShell>
  );
}
