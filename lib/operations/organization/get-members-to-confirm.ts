import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import { organizationMembers } from "@/db/schema/organization-members";
import { MemberTargets } from "@/lib/domain/organization/inputs";
import { personOf } from "@/lib/operations/account/access";
import { membersWithoutOwn, ownCollectionName } from "@/lib/operations/collection/internal/without-own";
import { inOrganization } from "@/lib/operations/organization/access";
import { peopleToConfirm } from "@/lib/operations/people/internal/people-to-confirm";
import { defineQuery } from "@/lib/operations/query";

/** Those of the named members who have accepted, and who of them is to have a collection of their own. */
export const getOrganizationMembersToConfirm = defineQuery({
  name: "organization.get_members_to_confirm",
  input: MemberTargets,
  access: inOrganization.confirm_members,
  async read({ tx, actor, input: { organizationId, memberIds } }) {
    const people = await peopleToConfirm(tx, personOf(actor), {
      of: organizationMembers,
      which: and(
        eq(organizationMembers.organizationId, organizationId),
        inArray(organizationMembers.id, memberIds),
      ),
    });
    const name = await ownCollectionName(tx, organizationId);
    const which = { organizationId, status: "accepted", memberIds } as const;
    const owed = name === null ? [] : await membersWithoutOwn(tx, which, memberIds.length);
    return people.map((person) => ({
      ...person,
      ownCollectionName: owed.includes(person.memberId) ? name : null,
    }));
  },
});
