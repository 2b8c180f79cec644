import "server-only";
import { eq, inArray, sql } from "drizzle-orm";
import { providerMembers } from "@/db/schema/provider-members";
import { providers } from "@/db/schema/providers";
import { users } from "@/db/schema/users";
import { UpdateProvider } from "@/lib/domain/provider/inputs";
import { defineCommand } from "@/lib/operations/command";
import { done } from "@/lib/operations/outcome";
import { inProvider } from "@/lib/operations/provider/access";

/** Changes what the provider is called and where its bills go. */
export const updateProvider = defineCommand({
  name: "provider.update",
  input: UpdateProvider,
  access: inProvider.change_settings,
  async run({ tx, input: { providerId, ...details }, now }) {
    await tx
      .update(providers)
      .set({ ...details, revisedAt: now })
      .where(eq(providers.id, providerId));
    await tx
      .update(users)
      .set({ accountRevisedAt: now })
      .where(
        inArray(
          users.id,
          tx
            .select({ id: sql`${providerMembers.userId}` })
            .from(providerMembers)
            .where(eq(providerMembers.providerId, providerId)),
        ),
      );
    return done({ providerId }, { type: "provider.updated", providerId, details: { name: details.name } });
  },
});
