import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { oneTimeTokens } from "@/db/schema/one-time-tokens";
import { organizationMembers } from "@/db/schema/organization-members";
import { providerMembers } from "@/db/schema/provider-members";
import { type Lock, organization, team } from "@/lib/operations/locks";
import { hashOfToken } from "@/lib/operations/token/internal/issue-token";

// Following a link begins with the same lock as withdrawing it or sending it again: the team's or the
// organization's. A link that does not exist has no lock.

/** The team that a link invites into, or that it sets up. */
export async function teamOfLink(tx: Tx, token: string): Promise<Lock[]> {
  const [link] = await tx
    .select({ sets: oneTimeTokens.providerId, invites: providerMembers.providerId })
    .from(oneTimeTokens)
    .leftJoin(providerMembers, eq(providerMembers.id, oneTimeTokens.providerMemberId))
    .where(eq(oneTimeTokens.hash, hashOfToken(token)));
  const id = link?.sets ?? link?.invites;
  return id ? [team(id)] : [];
}

/** The organization that a link invites into. */
export async function organizationOfLink(tx: Tx, token: string): Promise<Lock[]> {
  const rows = await tx
    .select({ id: organizationMembers.organizationId })
    .from(oneTimeTokens)
    .innerJoin(organizationMembers, eq(organizationMembers.id, oneTimeTokens.organizationMemberId))
    .where(eq(oneTimeTokens.hash, hashOfToken(token)));
  return rows.map(({ id }) => organization(id));
}
