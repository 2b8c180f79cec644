import "server-only";
import type { Tx } from "@/db/client";
import type { ProviderMemberId } from "@/lib/domain/ids";
import type { ProviderRole } from "@/lib/domain/provider/member";
import { tokenHours } from "@/lib/domain/token";
import { linkOf } from "@/lib/operations/links";
import { queueMail } from "@/lib/operations/mail/queue-mail";
import { recipientAt } from "@/lib/operations/mail/recipients";
import { issueToken } from "@/lib/operations/token/issue-token";

type Invitation = { memberId: ProviderMemberId; email: string; role: ProviderRole; providerName: string };

/** Mails a fresh link to join the provider; earlier ones stop working. */
export async function sendMemberInvitation(tx: Tx, invitation: Invitation, now: Date) {
  const { memberId, email, role, providerName } = invitation;
  const token = await issueToken(tx, { purpose: "provider_member", providerMemberId: memberId, email }, now);
  await queueMail(
    tx,
    await recipientAt(tx, email),
    {
      kind: "provider.invite",
      link: linkOf(token),
      providerName,
      role,
      expiresAt: new Date(Number(now) + tokenHours.provider_member * 3_600_000).toISOString(),
    },
    now,
  );
}
