import "server-only";
import type { Tx } from "@/db/client";
import type { ProviderId } from "@/lib/domain/ids";
import { tokenHours } from "@/lib/domain/token";
import { linkOf } from "@/lib/operations/links";
import { queueMail } from "@/lib/operations/mail/internal/queue-mail";
import { recipientAt } from "@/lib/operations/mail/internal/recipients";
import { issueToken } from "@/lib/operations/token/internal/issue-token";

type Invitation = { providerId: ProviderId; email: string; name: string | null };

/** Mails the owner a fresh link to set the provider up; earlier ones stop working. */
export async function sendSetUpLink(tx: Tx, { providerId, email, name }: Invitation, now: Date) {
  const token = await issueToken(tx, { purpose: "provider_set_up", providerId, email }, now);
  await queueMail(
    tx,
    await recipientAt(tx, email),
    {
      kind: "provider.set_up",
      link: linkOf(token),
      providerName: name,
      expiresAt: new Date(Number(now) + tokenHours.provider_set_up * 3_600_000).toISOString(),
    },
    now,
  );
}
