import "server-only";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { users } from "@/db/schema/users";
import { userIdOf } from "@/lib/domain/actor";
import { everyone } from "@/lib/operations/access";
import { countClients } from "@/lib/operations/provider/internal/count-clients";
import { providerNameOf } from "@/lib/operations/provider/internal/name-of";
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
    const { providerId } = row;
    const userId = userIdOf(actor);
    const [you] = userId
      ? await tx.select({ email: users.email }).from(users).where(eq(users.id, userId))
      : [];
    const clients = await countClients(tx, providerId);
    return {
      state,
      provider: { id: providerId, name: await providerNameOf(tx, providerId), clients },
      invited: row.email ?? "",
      you: you ?? null,
    };
  },
});
