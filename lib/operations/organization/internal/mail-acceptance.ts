import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizationMembers } from "@/db/schema/organization-members";
import type { OrganizationMemberId } from "@/lib/domain/ids";
import { pageLink } from "@/lib/operations/links";
import { tellAll } from "@/lib/operations/mail/internal/tell";
import { whoConfirms } from "@/lib/operations/organization/internal/who-confirms";
import { confirmersInProvider } from "@/lib/operations/provider/internal/who-confirms";

/**
 * Tells those who can confirm that a member has accepted: people of the organization, or, where none of them can,
 * the provider's admins. `who` is an address: anybody can take any name.
 */
export async function mailAcceptance(tx: Tx, memberId: OrganizationMemberId, who: string, now: Date) {
  const [waiting] = await whoConfirms(tx, eq(organizationMembers.id, memberId), Number.MAX_SAFE_INTEGER);
  if (!waiting) return;
  const { organizationId, name, members, provider } = waiting;
  const helpers = members.length === 0 && provider ? await confirmersInProvider(tx, provider.id) : [];
  const link = pageLink(`/organizations/${organizationId}/members?status=accepted`);
  const mail = { kind: "organization.accepted", link, organizationName: name, who } as const;
  await tellAll(
    tx,
    [...members, ...helpers].map(({ email, locale }) => ({ to: { email, locale }, mail })),
    now,
  );
}
