import "server-only";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { oneTimeTokens } from "@/db/schema/one-time-tokens";
import { providers } from "@/db/schema/providers";
import { ProviderId } from "@/lib/domain/ids";
import { instanceAdministrators } from "@/lib/operations/account/access";
import { sendSetUpLink } from "@/lib/operations/admin/internal/send-set-up-link";
import { defineCommand } from "@/lib/operations/command";
import { NotFound, Refused } from "@/lib/operations/errors";
import { team } from "@/lib/operations/locks";
import { mailQuota, mailThrottle } from "@/lib/operations/mail/internal/mail-limits";
import { done } from "@/lib/operations/outcome";
import { lockLinks } from "@/lib/operations/provider/internal/lock-links";

/** Mails a new set-up link for a provider that is still pending. */
export const resendProviderInvitation = defineCommand({
  name: "admin.resend_provider_invitation",
  input: z.object({ providerId: ProviderId }),
  access: instanceAdministrators,
  throttle: ({ actor }) => mailThrottle(actor),
  locks: ({ input: { providerId } }) => [team(providerId)],
  async quota({ tx, input: { providerId } }) {
    const owners = await tx
      .select({ email: providers.ownerEmail })
      .from(providers)
      .where(eq(providers.id, providerId));
    return mailQuota(owners.map(({ email }) => email));
  },
  async run({ tx, input: { providerId }, now }) {
    await lockLinks(tx, eq(oneTimeTokens.providerId, providerId));
    const [provider] = await tx
      .select({ email: providers.ownerEmail, name: providers.name, status: providers.status })
      .from(providers)
      .where(eq(providers.id, providerId))
      .for("no key update");
    if (!provider) throw new NotFound();
    if (provider.status !== "pending") throw new Refused("provider_already_set_up");
    await sendSetUpLink(tx, { providerId, email: provider.email, name: provider.name }, now);
    return done(
      { providerId },
      { type: "provider.reinvited", providerId, details: { email: provider.email } },
    );
  },
});
