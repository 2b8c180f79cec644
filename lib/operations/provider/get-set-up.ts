import "server-only";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { providers } from "@/db/schema/providers";
import { users } from "@/db/schema/users";
import { userIdOf } from "@/lib/domain/actor";
import { everyone } from "@/lib/operations/access";
import { defineQuery } from "@/lib/operations/query";
import { lookUpToken, Token } from "@/lib/operations/token/internal/find-token";

/**
 * What the set-up page shows: whether the link still works, whom it invites, and who is signed in. Null when
 * the link is no set-up link.
 */
export const getSetUp = defineQuery({
  name: "provider.get_set_up",
  input: z.object({ token: Token }),
  access: everyone("whoever holds the link may read what it invites to"),
  async read({ tx, actor, input: { token }, now }) {
    const { row, state } = await lookUpToken(tx, token, now);
    if (row?.purpose !== "provider_set_up" || !row.providerId) return null;
    const [provider] = await tx
      .select({ id: providers.id, name: providers.name, status: providers.status })
      .from(providers)
      .where(eq(providers.id, row.providerId));
    if (!provider) return null;
    const userId = userIdOf(actor);
    const [you] = userId
      ? await tx
          .select({ id: users.id, email: users.email, name: users.name })
          .from(users)
          .where(eq(users.id, userId))
      : [];
    return { state, provider, invited: row.email ?? "", you: you ?? null };
  },
});
