import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { oneTimeTokens } from "@/db/schema/one-time-tokens";
import { refuse } from "@/lib/domain/decision";
import type { ProviderId } from "@/lib/domain/ids";
import type { Access } from "@/lib/operations/access";
import { inProvider } from "@/lib/operations/provider/access";
import { hashOfToken } from "@/lib/operations/token/internal/issue-token";

type Standing = Awaited<ReturnType<typeof inProvider.delete_provider.standing>> | "no link";

/** The provider that a link deletes, whether it still works or not; null if it deletes none. */
export async function providerOfDeletion(tx: Tx, token: string): Promise<ProviderId | null> {
  const [link] = await tx
    .select({ providerId: oneTimeTokens.providerId })
    .from(oneTimeTokens)
    .where(and(eq(oneTimeTokens.hash, hashOfToken(token)), eq(oneTimeTokens.purpose, "provider_deletion")));
  return link?.providerId ?? null;
}

/** Whoever may delete the provider that a link is about, at the moment of following it. */
export const deleters: Access<{ token: string }, Standing> = {
  name: "deleters",
  of: ["token"],
  async standing(look, { token }) {
    const providerId = await providerOfDeletion(look.tx, token);
    return providerId ? inProvider.delete_provider.standing(look, { providerId }) : "no link";
  },
  rule: (found) => {
    if (found !== "no link") return inProvider.delete_provider.rule(found);
    return refuse("link_unknown");
  },
};
