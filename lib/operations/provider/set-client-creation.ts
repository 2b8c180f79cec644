import "server-only";
import { eq } from "drizzle-orm";
import { providers } from "@/db/schema/providers";
import { SetClientCreation } from "@/lib/domain/provider/inputs";
import { defineCommand } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { team } from "@/lib/operations/locks";
import { done, doneUnrecorded } from "@/lib/operations/outcome";
import { inProvider } from "@/lib/operations/provider/access";
import { advanceProvider } from "@/lib/operations/revision/internal/advance";

/** Whether the provider's service users make and link clients, within the seats of the minimum. */
export const setClientCreation = defineCommand({
  name: "provider.set_client_creation",
  input: SetClientCreation,
  access: inProvider.change_settings,
  // Acts of those who lose their rights by this are done before it, or refused.
  locks: ({ input: { providerId } }) => [{ ...team(providerId), takes: "authority" }],
  async run({ tx, input: { providerId, allowed }, now }) {
    const [before] = await tx
      .select({ allowed: providers.serviceUsersCreateClients })
      .from(providers)
      .where(eq(providers.id, providerId));
    if (!before) throw new NotFound();
    if (before.allowed === allowed) return doneUnrecorded(null, "it is so already");
    await tx
      .update(providers)
      .set({ serviceUsersCreateClients: allowed, revisedAt: now })
      .where(eq(providers.id, providerId));
    await advanceProvider(tx, providerId);
    return done(null, {
      type: "provider.client_creation_changed",
      providerId,
      details: { change: allowed ? "on" : "off" },
    });
  },
});
