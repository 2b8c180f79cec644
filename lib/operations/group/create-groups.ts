import "server-only";
import { CreateGroups } from "@/lib/domain/group/inputs";
import { defineCommand } from "@/lib/operations/command";
import { makeGroups } from "@/lib/operations/group/internal/make-groups";
import { organization } from "@/lib/operations/locks";
import { inOrganization } from "@/lib/operations/organization/access";
import { doneEach } from "@/lib/operations/outcome";

/** Makes several groups of nobody. The number of statements does not depend on theirs. */
export const createGroups = defineCommand({
  name: "group.create_several",
  input: CreateGroups,
  access: inOrganization.manage_groups,
  locks: ({ input: { organizationId } }) => [organization(organizationId)],
  async run({ tx, input, now }) {
    const made = await makeGroups(tx, input, now);
    return doneEach({ created: made.length }, made, (event) => event);
  },
});
