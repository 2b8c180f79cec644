import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import { organizationMembers } from "@/db/schema/organization-members";
import { MemberTargets } from "@/lib/domain/organization/inputs";
import { personOf } from "@/lib/operations/account/access";
import { inOrganization } from "@/lib/operations/organization/access";
import { peopleToConfirm } from "@/lib/operations/people/internal/people-to-confirm";
import { defineQuery } from "@/lib/operations/query";

/** Those of the named members who have accepted. */
export const getOrganizationMembersToConfirm = defineQuery({
  name: "organization.get_members_to_confirm",
  input: MemberTargets,
  access: inOrganization.confirm_members,
  read: ({ tx, actor, input: { organizationId, memberIds } }) =>
    peopleToConfirm(tx, personOf(actor), {
      of: organizationMembers,
      which: and(
        eq(organizationMembers.organizationId, organizationId),
        inArray(organizationMembers.id, memberIds),
      ),
    }),
});
