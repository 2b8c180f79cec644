import { PortalShell } from "@/components/portal/portal-shell";
import { load } from "@/lib/http/page";
import { getProviderFrame } from "@/lib/operations/provider/get-frame";

export default async function ProviderLayout({ params, children }: LayoutProps<"/providers/[providerId]">) {
  const { providerId } = await params;
  const provider = await load(getProviderFrame, { providerId });
  return (
    <PortalShell providerId={providerId} provider={provider}>
      {children}
    </PortalShell>
  );
}
