import type { ReactNode } from "react";
import { load } from "@/lib/http/page";
import { seeProviderAdministration } from "@/lib/operations/provider/see-administration";

type Props = { params: Promise<{ providerId: string }>; children: ReactNode };

/** Asks before a page begins to be sent, so that what is not there for a service user answers 404. */
export default async function AdministrationLayout({ params, children }: Props) {
  const { providerId } = await params;
  await load(seeProviderAdministration, { providerId });
  return children;
}
