import "server-only";
import { and, eq, exists, not, or, sql } from "drizzle-orm";
import { z } from "zod";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { users } from "@/db/schema/users";
import { UserId } from "@/lib/domain/ids";
import { hasPlaceEnded } from "@/lib/operations/access-end";
import { personOf, signedIn } from "@/lib/operations/account/access";
import { NotFound } from "@/lib/operations/errors";
import { membersWhoMay } from "@/lib/operations/organization/internal/members-who-may";
import { defineQuery } from "@/lib/operations/query";

/**
 * The public key of an account: one's own, or that of somebody who has a place in an organization where the actor, as a
 * member, confirms people. Whether there are other accounts is told to nobody.
 */
export const getPublicKey = defineQuery({
  name: "organization.get_public_key",
  input: z.object({ userId: UserId }),
  access: signedIn,
  async read({ tx, actor, input: { userId } }) {
    const self = personOf(actor);
    const confirms = tx
      .select({ id: organizationMembers.id })
      .from(organizationMembers)
      .innerJoin(organizations, eq(organizations.id, organizationMembers.organizationId))
      .where(
        and(
          eq(organizationMembers.userId, self),
          eq(organizationMembers.status, "confirmed"),
          eq(organizations.state, "enabled"),
          membersWhoMay("confirm_members"),
          not(hasPlaceEnded),
          sql`exists (select from ${organizationMembers} as place where place.user_id = ${users.id}
            and place.organization_id = ${organizations.id} and place.status in ('accepted', 'confirmed'))`,
        ),
      );
    const [found] = await tx
      .select({ userId: users.id, publicKey: users.publicKey })
      .from(users)
      .where(and(eq(users.id, userId), or(eq(users.id, self), exists(confirms))));
    if (!found) throw new NotFound();
    return found;
  },
});
