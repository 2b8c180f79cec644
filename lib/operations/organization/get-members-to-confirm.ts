import "server-only";
import { and, asc, eq, inArray } from "drizzle-orm";
import { organizationMembers } from "@/db/schema/organization-members";
import { users } from "@/db/schema/users";
import type { OrganizationMemberId } from "@/lib/domain/ids";
import { MemberTargets } from "@/lib/domain/organization/inputs";
import type { PersonToConfirm } from "@/lib/domain/person-to-confirm";
import { personOf } from "@/lib/operations/account/access";
import { rememberedOf } from "@/lib/operations/account/internal/known-keys";
import { inOrganization } from "@/lib/operations/organization/access";
import { defineQuery } from "@/lib/operations/query";

/**
 * Those of the named members who have accepted, with the public keys to compare and to seal for, and what is
 * remembered of them.
 */
export const getOrganizationMembersToConfirm = defineQuery({
  name: "organization.get_members_to_confirm",
  input: MemberTargets,
  access: inOrganization.confirm_members,
  read: ({
    tx,
    actor,
    input: { organizationId, memberIds },
  }): Promise<PersonToConfirm<OrganizationMemberId>[]> =>
    tx
      .select({
        memberId: organizationMembers.id,
        userId: users.id,
        name: users.name,
        email: users.email,
        publicKey: users.publicKey,
        ...rememberedOf(personOf(actor), users.id),
      })
      .from(organizationMembers)
      .innerJoin(users, eq(users.id, organizationMembers.userId))
      .where(
        and(
          eq(organizationMembers.organizationId, organizationId),
          eq(organizationMembers.status, "accepted"),
          inArray(organizationMembers.id, memberIds),
        ),
      )
      .orderBy(asc(organizationMembers.acceptedAt), asc(organizationMembers.id)),
});
