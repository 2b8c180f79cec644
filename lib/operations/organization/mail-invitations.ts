import "server-only";
import type { Tx } from "@/db/client";
import type { OrganizationMemberId } from "@/lib/domain/ids";
import type { OrganizationRole } from "@/lib/domain/organization/member";
import { tokenHours } from "@/lib/domain/token";
import { linkOf } from "@/lib/operations/links";
import { queueMails } from "@/lib/operations/mail/queue-mail";
import { recipientsAt } from "@/lib/operations/mail/recipients";
import type { OrganizationFrame } from "@/lib/operations/organization/access";
import { issueTokens } from "@/lib/operations/token/issue-token";

type Invited = { memberId: OrganizationMemberId; email: string; role: OrganizationRole };
type Inviting = Pick<OrganizationFrame, "name" | "provider">;

/**
 * Makes the links of invitations and queues their mails; links sent before stop working. Owners are told who asks
 * them. Four statements, whatever their number.
 */
export async function mailInvitations(tx: Tx, organization: Inviting, invited: Invited[], now: Date) {
  const purpose = "organization_member" as const;
  const subjects = invited.map(({ memberId, email }) => ({ purpose, email, organizationMemberId: memberId }));
  const tokens = await issueTokens(tx, purpose, subjects, now);
  const recipients = await recipientsAt(
    tx,
    invited.map(({ email }) => email),
  );
  const expiresAt = new Date(Number(now) + tokenHours[purpose] * 3_600_000).toISOString();
  const mails = invited.map(({ email, role }, i) => ({
    to: recipients[i] ?? { email, locale: null },
    mail: invitationMail(organization, role, linkOf(tokens[i] ?? ""), expiresAt),
  }));
  await queueMails(tx, mails, now);
}

const invitationMail = (
  { name: organizationName, provider }: Inviting,
  role: OrganizationRole,
  link: string,
  expiresAt: string,
) =>
  role === "owner" && provider
    ? ({
        kind: "client.owner_invite",
        link,
        organizationName,
        providerName: provider.name,
        expiresAt,
      } as const)
    : ({ kind: "organization.invite", link, organizationName, expiresAt } as const);
