import { notFound, redirect } from "next/navigation";
import { AskAnew } from "@/components/shell/ask-anew";
import type { OrganizationPermission } from "@/lib/domain/organization/permissions";
import { consoleFrame } from "@/lib/http/console-frame";

type Props = { params: Promise<{ organizationId: string }> };

/** The pages of the console in their order, each with what it takes to read it. */
const pages: readonly [string, OrganizationPermission][] = [
  ["collections", "read_collections"],
  ["members", "read_members"],
  ["groups", "read_groups"],
  ["events", "read_events"],
  ["reports", "read_reports"],
];

/** Leads to the first page that the viewer may read: with a custom role, that can be any of them. */
export default async function OrganizationPage({ params }: Props) {
  const { organizationId } = await params;
  const frame = await consoleFrame(organizationId);
  if (!frame.ok) return <AskAnew />;
  const first = pages.find(([, permission]) => frame.result.may.includes(permission));
  if (!first) notFound();
  redirect(`/organizations/${organizationId}/${first[0]}`);
}
