import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizations } from "@/db/schema/organizations";
import { providers } from "@/db/schema/providers";
import type { OrganizationId, OrganizationMemberId } from "@/lib/domain/ids";
import type { OrganizationRole } from "@/lib/domain/organization/member";
import { tokenHours } from "@/lib/domain/token";
import type { MailLocale } from "@/lib/mail/mails";
import { linkOf } from "@/lib/operations/links";
import { queueMail } from "@/lib/operations/mail/queue-mail";
import { issueToken } from "@/lib/operations/token/issue-token";

type Invited = {
  memberId: OrganizationMemberId;
  email: string;
  locale: MailLocale | null;
  role: OrganizationRole;
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

/** Makes the invitation's link and queues its mail; links sent before stop working. Owners are told who asks them. */
export async function mailInvitation(
  tx: Tx,
  { organizationName, providerName }: InvitingOrganization,
  { memberId, email, locale, role }: Invited,
  now: Date,
): Promise<void> {
  const token = await issueToken(
    tx,
    { purpose: "organization_member", email, organizationMemberId: memberId },
    now,
  );
  const link = linkOf(token);
  const expiresAt = new Date(Number(now) + tokenHours.organization_member * 3_600_000).toISOString();
  const mail =
    role === "owner" && providerName !== null
      ? ({
          kind: "client.owner_invite",
          link,
          organizationName,
          providerName,
          expiresAt,
        } as const)
      : ({ kind: "organization.invite", link, organizationName, expiresAt } as const);
  await queueMail(tx, { email, locale }, mail, now);
}
