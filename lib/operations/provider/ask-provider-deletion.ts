import "server-only";
import { eq } from "drizzle-orm";
import { providers } from "@/db/schema/providers";
import { users } from "@/db/schema/users";
import { mayBeDeleted } from "@/lib/domain/provider/deleting";
import { ProviderTarget } from "@/lib/domain/provider/inputs";
import { tokenHours } from "@/lib/domain/token";
import { personOf } from "@/lib/operations/account/access";
import { assertAllowed, defineCommand } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { linkOf } from "@/lib/operations/links";
import { seatsOf, team } from "@/lib/operations/locks";
import { mailThrottle } from "@/lib/operations/mail/internal/mail-limits";
import { queueMail } from "@/lib/operations/mail/internal/queue-mail";
import { done } from "@/lib/operations/outcome";
import { ownMailQuota } from "@/lib/operations/own-mail-quota";
import { inProvider } from "@/lib/operations/provider/access";
import { countClients } from "@/lib/operations/provider/internal/count-clients";
import { recentlyProven } from "@/lib/operations/recently-proven";
import { issueToken } from "@/lib/operations/token/internal/issue-token";

/**
 * Mails the admin who asks a link that deletes the provider. It works for an hour, and earlier ones stop working. Nothing
 * else changes. Protocol chapter 7.9.
 *
 * @throws {Refused} `clients_linked` as long as there are clients.
 */
export const askProviderDeletion = defineCommand({
  name: "provider.ask_deletion",
  input: ProviderTarget,
  access: recentlyProven(inProvider.delete_provider),
  throttle: ({ actor }) => mailThrottle(actor),
  quota: ownMailQuota,
  locks: ({ input: { providerId } }) => [team(providerId), seatsOf(providerId)],
  async run({ tx, actor, input: { providerId }, now }) {
    assertAllowed(mayBeDeleted(await countClients(tx, providerId)));
    const userId = personOf(actor);
    const [you] = await tx
      .select({ email: users.email, locale: users.locale })
      .from(users)
      .where(eq(users.id, userId));
    const [provider] = await tx.select().from(providers).where(eq(providers.id, providerId));
    if (!you || !provider) throw new NotFound();
    const subject = { purpose: "provider_deletion", email: you.email, providerId, userId } as const;
    const link = linkOf(await issueToken(tx, subject, now));
    const mail = {
      kind: "provider.delete",
      link,
      providerName: provider.name ?? "",
      tenant: providerId,
      createdAt: (provider.setUpAt ?? provider.createdAt).toISOString(),
      billingEmail: provider.billingEmail ?? provider.ownerEmail,
      expiresAt: new Date(Number(now) + tokenHours.provider_deletion * 3_600_000).toISOString(),
    } as const;
    await queueMail(tx, { email: you.email, locale: you.locale ?? provider.language }, mail, now);
    return done(null, { type: "provider.deletion_asked", providerId });
  },
});
