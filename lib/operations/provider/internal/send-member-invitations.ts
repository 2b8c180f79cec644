import "server-only";
import type { Tx } from "@/db/client";
import type { ProviderMemberId } from "@/lib/domain/ids";
import type { ProviderRole } from "@/lib/domain/provider/member";
import { tokenHours } from "@/lib/domain/token";
import { linkOf } from "@/lib/operations/links";
import { queueMails } from "@/lib/operations/mail/internal/queue-mail";
import { recipientsAt } from "@/lib/operations/mail/internal/recipients";
import { issueTokens } from "@/lib/operations/token/internal/issue-token";

type Invited = { memberId: ProviderMemberId; email: string; role: ProviderRole };

/**
 * Mails everybody a fresh link to join the provider; earlier ones stop working. Four statements, whatever their
 * number.
 */
export async function sendMemberInvitations(tx: Tx, providerName: string, invited: Invited[], now: Date) {
  const purpose = "provider_member";
  const subjects = invited.map(({ memberId, email }) => ({
    purpose,
    providerMemberId: memberId,
    email,
  })) satisfies { purpose: typeof purpose }[];
  const tokens = await issueTokens(tx, purpose, subjects, now);
  const recipients = await recipientsAt(
    tx,
    invited.map(({ email }) => email),
  );
  const expiresAt = new Date(Number(now) + tokenHours[purpose] * 3_600_000).toISOString();
  const mails = invited.map(({ email, role }, i) => ({
    to: recipients[i] ?? { email, locale: null },
    mail: { kind: "provider.invite", link: linkOf(tokens[i] ?? ""), providerName, role, expiresAt } as const,
  }));
  await queueMails(tx, mails, now);
}
