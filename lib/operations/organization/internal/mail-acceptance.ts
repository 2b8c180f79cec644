import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizationMembers } from "@/db/schema/organization-members";
import { users } from "@/db/schema/users";
import type { OrganizationId, ProviderId } from "@/lib/domain/ids";
import { pageLink } from "@/lib/operations/links";
import { tellAll } from "@/lib/operations/mail/internal/tell";
import { confirmersInProvider } from "@/lib/operations/provider/internal/who-confirms";

type Organization = { organizationId: OrganizationId; name: string; providerId: ProviderId | null };

/**
 * Tells those who can confirm that somebody has accepted: the owners and admins, or, as long as nobody of
 * the organization holds its key, the provider's admins. `who` is an address: anybody can take any name.
 */
export async function mailAcceptance(tx: Tx, organization: Organization, who: string, now: Date) {
  const { organizationId, name, providerId } = organization;
  const managers = await tx
    .select({ email: users.email, locale: users.locale })
    .from(organizationMembers)
    .innerJoin(users, eq(users.id, organizationMembers.userId))
    .where(
      and(
        eq(organizationMembers.organizationId, organizationId),
        eq(organizationMembers.status, "confirmed"),
        inArray(organizationMembers.role, ["owner", "admin"]),
      ),
    );
  const helpers = managers.length === 0 && providerId ? await confirmersInProvider(tx, providerId) : [];
  const link = pageLink(`/organizations/${organizationId}/members?status=accepted`);
  const mail = { kind: "organization.accepted", link, organizationName: name, who } as const;
  await tellAll(
    tx,
    [...managers, ...helpers].map((to) => ({ to, mail })),
    now,
  );
}
