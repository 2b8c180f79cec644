import "server-only";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { providers } from "@/db/schema/providers";
import { users } from "@/db/schema/users";
import { userIdOf } from "@/lib/domain/actor";
import { everyone } from "@/lib/operations/access";
import { countClients } from "@/lib/operations/provider/internal/count-clients";
import { defineQuery } from "@/lib/operations/query";
import { lookUpToken, Token } from "@/lib/operations/token/internal/find-token";

/**
 * What the page shows that deletes a provider: whether the link still works, whom it was sent to, what keeps the provider
 * from being deleted, and who is signed in. Null when the link deletes no provider.
 */
export const getProviderDeletion = defineQuery({
  name: "provider.get_deletion",
  input: z.object({ token: Token }),
  access: everyone("whoever holds the link may read what it deletes"),
  async read({ tx, actor, input: { token }, now }) {
    const { row, state } = await lookUpToken(tx, token, now);
    if (row?.purpose !== "provider_deletion" || !row.providerId) return null;
    const [provider] = await tx
      .select({ id: providers.id, name: providers.name })
      .from(providers)
      .where(eq(providers.id, row.providerId));
    if (!provider) return null;
    const userId = userIdOf(actor);
    const [you] = userId
      ? await tx.select({ email: users.email }).from(users).where(eq(users.id, userId))
      : [];
    const clients = await countClients(tx, provider.id);
    return {
      state,
      provider: { id: provider.id, name: provider.name ?? "", clients },
      invited: row.email ?? "",
      you: you ?? null,
    };
  },
});
