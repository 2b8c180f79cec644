import "server-only";
import type { Tx } from "@/db/client";
import type { MailedCodePurpose } from "@/lib/domain/account/mailed-code";
import type { UserId } from "@/lib/domain/ids";
import type { MailLocale } from "@/lib/mail/mails";
import { issueMailedCode } from "@/lib/operations/account/internal/mailed-code";
import { queueMail } from "@/lib/operations/mail/internal/queue-mail";

type Holder = { userId: UserId; email: string; locale: MailLocale | null };

/** Mails a code to the address of an account, for its second step. The caller has counted the letter. */
export async function mailSecondStepCode(
  tx: Tx,
  { userId, email, locale }: Holder,
  purpose: Exclude<MailedCodePurpose, "new_address">,
  now: Date,
): Promise<void> {
  const mailed = await issueMailedCode(tx, { userId, purpose, address: email }, now);
  await queueMail(tx, { email, locale }, { kind: "account.second_step_code", ...mailed }, now);
}
