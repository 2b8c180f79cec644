import "server-only";
import { SetCollectionSwitches } from "@/lib/domain/organization/inputs";
import { defineCommand } from "@/lib/operations/command";
import { organization } from "@/lib/operations/locks";
import { inOrganization, placeOf } from "@/lib/operations/organization/access";
import { changeSwitches } from "@/lib/operations/organization/internal/change-switches";
import { doneEach } from "@/lib/operations/outcome";

/** Sets the four switches of how collections are managed. Each that changes stands in the log for itself. */
export const setCollectionSwitches = defineCommand({
  name: "organization.set_collection_switches",
  input: SetCollectionSwitches,
  access: inOrganization.manage_settings,
  // Acts that rest on what a switch allows come first, or not at all.
  locks: ({ input: { organizationId } }) => [{ ...organization(organizationId), takes: "authority" }],
  async run({ tx, input, standing, now }) {
    const events = await changeSwitches(tx, placeOf(standing), input, now);
    return doneEach({ changed: events.length }, events, (event) => event);
  },
});
