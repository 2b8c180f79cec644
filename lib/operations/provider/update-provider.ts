import "server-only";
import { eq } from "drizzle-orm";
import { providers } from "@/db/schema/providers";
import { UpdateProvider } from "@/lib/domain/provider/inputs";
import { defineCommand } from "@/lib/operations/command";
import { team } from "@/lib/operations/locks";
import { done } from "@/lib/operations/outcome";
import { inProvider } from "@/lib/operations/provider/access";
import { advanceProvider } from "@/lib/operations/revision/internal/advance";

/** Changes what the provider is called and where its bills go. What is left out stays. */
export const updateProvider = defineCommand({
  name: "provider.update",
  input: UpdateProvider,
  access: inProvider.change_settings,
  locks: ({ input: { providerId } }) => [team(providerId)],
  async run({ tx, input: { providerId, ...details }, now }) {
    await tx
      .update(providers)
      .set({ ...details, revisedAt: now })
      .where(eq(providers.id, providerId));
    await advanceProvider(tx, providerId);
    return done({ providerId }, { type: "provider.updated", providerId, details: { name: details.name } });
  },
});
