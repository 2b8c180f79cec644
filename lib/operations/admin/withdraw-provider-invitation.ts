import "server-only";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { providers } from "@/db/schema/providers";
import { ProviderId } from "@/lib/domain/ids";
import { instanceAdministrators } from "@/lib/operations/account/access";
import { holdPending } from "@/lib/operations/admin/internal/hold-pending";
import { defineCommand } from "@/lib/operations/command";
import { team } from "@/lib/operations/locks";
import { done } from "@/lib/operations/outcome";

/** Takes a provider that is still pending away, with its links. What is set up stays. */
export const withdrawProviderInvitation = defineCommand({
  name: "admin.withdraw_provider_invitation",
  input: z.object({ providerId: ProviderId }),
  access: instanceAdministrators,
  locks: ({ input: { providerId } }) => [team(providerId)],
  async run({ tx, input: { providerId } }) {
    const { email } = await holdPending(tx, providerId);
    await tx.delete(providers).where(eq(providers.id, providerId));
    return done({ providerId }, { type: "provider.withdrawn", providerId, details: { email } });
  },
});
