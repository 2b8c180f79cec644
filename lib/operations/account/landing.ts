import "server-only";
import { and, eq, not } from "drizzle-orm";
import { z } from "zod";
import { providerMembers } from "@/db/schema/provider-members";
import { users } from "@/db/schema/users";
import { userIdOf } from "@/lib/domain/actor";
import { everyone } from "@/lib/operations/access";
import { hasAccessEnded } from "@/lib/operations/access-end";
import { defineQuery } from "@/lib/operations/query";

/**
 * The page on which a person's work begins: the portal of a provider that they are confirmed in, else the
 * administration of the instance if it is theirs, else their vault.
 */
export const landing = defineQuery({
  name: "account.landing",
  input: z.object({}),
  access: everyone("who is signed out is led to log-in; who is signed in learns of their own places"),
  worksWithTemporaryPassword: true,
  async read({ tx, actor }): Promise<{ path: string }> {
    const userId = userIdOf(actor);
    if (!userId) return { path: "/log-in" };
    const [place] = await tx
      .select({ instanceRole: users.instanceRole, providerId: providerMembers.providerId })
      .from(users)
      .leftJoin(
        providerMembers,
        and(
          eq(providerMembers.userId, users.id),
          eq(providerMembers.status, "confirmed"),
          not(hasAccessEnded),
        ),
      )
      .where(eq(users.id, userId))
      .orderBy(providerMembers.createdAt)
      .limit(1);
    if (place?.providerId) return { path: `/providers/${place.providerId}` };
    return { path: place?.instanceRole === "administrator" ? "/admin/providers" : "/vault" };
  },
});
