import "server-only";
import type { Tx } from "@/db/client";
import type { OrganizationMemberId } from "@/lib/domain/ids";
import type { OrganizationRole } from "@/lib/domain/organization/member";
import { tokenHours } from "@/lib/domain/token";
import type { MailLocale } from "@/lib/mail/mails";
import { linkOf } from "@/lib/operations/links";
import { queueMail } from "@/lib/operations/mail/queue-mail";
import type { OrganizationFrame } from "@/lib/operations/organization/access";
import { issueToken } from "@/lib/operations/token/issue-token";

type Invited = {
  memberId: OrganizationMemberId;
  email: string;
  locale: MailLocale | null;
  role: OrganizationRole;
};

/** Makes the invitation's link and queues its mail; links sent before stop working. Owners are told who asks them. */
export async function mailInvitation(
  tx: Tx,
  { name: organizationName, provider }: Pick<OrganizationFrame, "name" | "provider">,
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
    role === "owner" && provider
      ? ({
          kind: "client.owner_invite",
          link,
          organizationName,
          providerName: provider.name,
          expiresAt,
        } as const)
      : ({ kind: "organization.invite", link, organizationName, expiresAt } as const);
  await queueMail(tx, { email, locale }, mail, now);
}
