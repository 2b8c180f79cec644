import "server-only";
import { ChangeGroupAccess } from "@/lib/domain/group/inputs";
import { defineCommand } from "@/lib/operations/command";
import { changeAccess } from "@/lib/operations/group/internal/change-access";
import { organization } from "@/lib/operations/locks";
import { inOrganization, placeOf } from "@/lib/operations/organization/access";
import { doneEach } from "@/lib/operations/outcome";

/**
 * Changes what groups may do in collections, a cell of the matrix each: all of them, or none. One group or collection
 * of another organization, or a collection that the actor may not manage, answers for the whole as if it did not
 * exist.
 *
 * @throws {Refused} `access_changed` when a cell is not as it was when it was looked at;
 *   `collection_needs_manager` when a collection would be left to nobody.
 */
export const changeGroupAccess = defineCommand({
  name: "group.change_access",
  input: ChangeGroupAccess,
  access: inOrganization.manage_groups,
  locks: ({ input: { organizationId } }) => [organization(organizationId)],
  async run({ tx, input, standing, now }) {
    const events = await changeAccess(tx, placeOf(standing), input, now);
    return doneEach({ cells: input.cells.length }, events, (event) => event);
  },
});
