import "server-only";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { providers } from "@/db/schema/providers";
import { ProviderId } from "@/lib/domain/ids";
import { instanceAdministrators } from "@/lib/operations/account/access";
import { holdPending } from "@/lib/operations/admin/internal/hold-pending";
import { sendSetUpLink } from "@/lib/operations/admin/internal/send-set-up-link";
import { defineCommand } from "@/lib/operations/command";
import { team } from "@/lib/operations/locks";
import { mailQuota, mailThrottle } from "@/lib/operations/mail/internal/mail-limits";
import { done } from "@/lib/operations/outcome";

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
    const { email, name } = await holdPending(tx, providerId);
    await sendSetUpLink(tx, { providerId, email, name }, now);
    return done({ providerId }, { type: "provider.reinvited", providerId, details: { email } });
  },
});
