import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizations } from "@/db/schema/organizations";
import { providers } from "@/db/schema/providers";
import type { OrganizationId, OrganizationMemberId } from "@/lib/domain/ids";
import type { OrganizationRole } from "@/lib/domain/organization/member";
import { tokenHours } from "@/lib/domain/token";
import { linkOf } from "@/lib/operations/links";
import { queueMails } from "@/lib/operations/mail/internal/queue-mail";
import { recipientsAt } from "@/lib/operations/mail/internal/recipients";
import { issueTokens } from "@/lib/operations/token/internal/issue-token";

type Invited = {
  memberId: OrganizationMemberId;
  email: string;
  role: OrganizationRole;
  /** Whether they are of the provider's team, and know what the letter to a client's owner tells. */
  ofTeam?: boolean;
};

/** Who invites, as the letter calls them. */
export type InvitingOrganization = { organizationName: string; providerName: string | null };

export async function invitingOrganization(
  tx: Tx,
  organizationId: OrganizationId,
): Promise<InvitingOrganization> {
  const [names] = await tx
    .select({ organizationName: organizations.name, providerName: providers.name })
    .from(organizations)
    .leftJoin(providers, eq(providers.id, organizations.providerId))
    .where(eq(organizations.id, organizationId));
  return names ?? { organizationName: "", providerName: null };
}

/**
 * Makes the links of invitations and queues their mails; links sent before stop working. Owners are told who asks
 * them. Four statements, whatever their number.
 */
export async function mailInvitations(tx: Tx, by: InvitingOrganization, invited: Invited[], now: Date) {
  const purpose = "organization_member" as const;
  const subjects = invited.map(({ memberId, email }) => ({ purpose, email, organizationMemberId: memberId }));
  const tokens = await issueTokens(tx, purpose, subjects, now);
  const recipients = await recipientsAt(
    tx,
    invited.map(({ email }) => email),
  );
  const expiresAt = new Date(Number(now) + tokenHours[purpose] * 3_600_000).toISOString();
  const mails = invited.map(({ email, role, ofTeam = false }, i) => ({
    to: recipients[i] ?? { email, locale: null },
    mail: invitationMail(by, { role, ofTeam }, linkOf(tokens[i] ?? ""), expiresAt),
  }));
  await queueMails(tx, mails, now);
}

const invitationMail = (
  { organizationName, providerName }: InvitingOrganization,
  { role, ofTeam }: { role: OrganizationRole; ofTeam: boolean },
  link: string,
  expiresAt: string,
) =>
  role === "owner" && providerName !== null && !ofTeam
    ? ({
        kind: "client.owner_invite",
        link,
        organizationName,
        providerName,
        expiresAt,
      } as const)
    : ({ kind: "organization.invite", link, organizationName, expiresAt } as const);
