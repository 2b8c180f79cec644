import "server-only";
import type { Tx } from "@/db/client";
import { tokenHours } from "@/lib/domain/token";
import type { Mail, MailLocale } from "@/lib/mail/mails";
import { linkOf } from "@/lib/operations/links";
import { queueMails } from "@/lib/operations/mail/internal/queue-mail";
import { recipientsAt } from "@/lib/operations/mail/internal/recipients";
import { issueTokens, type TokenSubject } from "@/lib/operations/token/internal/issue-token";

type Purpose = "provider_member" | "organization_member";
type LinkOf<Of extends Purpose> = {
  email: string;
  subject: Extract<TokenSubject, { purpose: Of }>;
  mail: (link: { link: string; expiresAt: string }) => Mail;
};

/**
 * Mails each subject a fresh link; links that were sent to it before stop working. Four statements, whatever their
 * number.
 *
 * @param otherwise the language of letters to whom no account has chosen one for.
 */
export async function mailLinks<Of extends Purpose>(
  tx: Tx,
  purpose: Of,
  letters: LinkOf<Of>[],
  now: Date,
  otherwise: MailLocale | null = null,
) {
  const tokens = await issueTokens(
    tx,
    purpose,
    letters.map(({ subject }) => subject),
    now,
  );
  const recipients = await recipientsAt(
    tx,
    letters.map(({ email }) => email),
    otherwise,
  );
  const expiresAt = new Date(Number(now) + tokenHours[purpose] * 3_600_000).toISOString();
  const mails = letters.map(({ email, mail }, i) => ({
    to: recipients[i] ?? { email, locale: otherwise },
    mail: mail({ link: linkOf(tokens[i] ?? ""), expiresAt }),
  }));
  await queueMails(tx, mails, now);
}
