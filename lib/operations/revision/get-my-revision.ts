import "server-only";
import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { organizationMembers } from "@/db/schema/organization-members";
import { providerMembers } from "@/db/schema/provider-members";
import { revisions } from "@/db/schema/revisions";
import { users } from "@/db/schema/users";
import { personOf, signedIn } from "@/lib/operations/account/access";
import { NotFound } from "@/lib/operations/errors";
import { defineQuery } from "@/lib/operations/query";

/**
 * The date of the last change of anything that the account syncs: the latest of its own revision and those of
 * the organizations it is confirmed in, and of its providers. It never goes back. One statement. Protocol chapter 5.2.
 */
export const getMyRevision = defineQuery({
  name: "revision.get_mine",
  input: z.object({}),
  access: signedIn,
  async read({ tx, actor }) {
    const userId = personOf(actor);
    const ofOrganizations = sql`select max(${revisions.revisedAt}) from ${organizationMembers}
      join ${revisions} on ${revisions.organizationId} = ${organizationMembers.organizationId}
      where ${organizationMembers.userId} = ${userId} and ${organizationMembers.status} = 'confirmed'`;
    const ofProviders = sql`select max(${revisions.revisedAt}) from ${providerMembers}
      join ${revisions} on ${revisions.providerId} = ${providerMembers.providerId}
      where ${providerMembers.userId} = ${userId}`;
    const [account] = await tx
      .select({
        revisedAt: sql`greatest(${users.accountRevisedAt}, (${ofOrganizations}), (${ofProviders}))`.mapWith(
          users.accountRevisedAt,
        ),
      })
      .from(users)
      .where(eq(users.id, userId));
    if (!account) throw new NotFound();
    return { revisedAt: account.revisedAt };
  },
});
