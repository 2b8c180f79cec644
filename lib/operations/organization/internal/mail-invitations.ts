import "server-only";
import { eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizations } from "@/db/schema/organizations";
import { providers } from "@/db/schema/providers";
import type { OrganizationId, OrganizationMemberId } from "@/lib/domain/ids";
import type { OrganizationRole } from "@/lib/domain/organization/member";
import type { MailLocale } from "@/lib/mail/mails";
import { mailLinks } from "@/lib/operations/mail/internal/mail-links";

type Invited = {
  memberId: OrganizationMemberId;
  email: string;
  role: OrganizationRole;
  /** Whether they are of the provider's team, and know what the letter to a client's owner tells. */
  ofTeam?: boolean;
};

/** Who invites, as the letter calls them, and in which language they write to whom has chosen none. */
export type InvitingOrganization = {
  organizationName: string;
  providerName: string | null;
  language: MailLocale | null;
};

export async function invitingOrganization(
  tx: Tx,
  organizationId: OrganizationId,
): Promise<InvitingOrganization> {
  const [names] = await tx
    .select({
      organizationName: organizations.name,
      providerName: providers.name,
      language: sql<MailLocale | null>`coalesce(${organizations.language}, ${providers.language})`,
    })
    .from(organizations)
    .leftJoin(providers, eq(providers.id, organizations.providerId))
    .where(eq(organizations.id, organizationId));
  return names ?? { organizationName: "", providerName: null, language: null };
}

/**
 * Makes the links of invitations and queues their mails; links sent before stop working. Owners are told who asks
 * them.
 */
export const mailInvitations = (
  tx: Tx,
  { organizationName, providerName, language }: InvitingOrganization,
  invited: Invited[],
  now: Date,
) =>
  mailLinks(
    tx,
    "organization_member",
    invited.map(({ memberId: organizationMemberId, email, role, ofTeam = false }) => ({
      email,
      subject: { purpose: "organization_member", organizationMemberId, email },
      mail: (link) =>
        role === "owner" && providerName !== null && !ofTeam
          ? { kind: "client.owner_invite", ...link, organizationName, providerName }
          : { kind: "organization.invite", ...link, organizationName },
    })),
    now,
    language,
  );
