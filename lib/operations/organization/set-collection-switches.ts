import "server-only";
import { eq } from "drizzle-orm";
import { organizations } from "@/db/schema/organizations";
import type { EventType } from "@/lib/domain/event-types";
import {
  type CollectionSwitch,
  collectionSwitches,
  SetCollectionSwitches,
} from "@/lib/domain/organization/inputs";
import type { OrganizationSwitches } from "@/lib/domain/organization/member";
import { defineCommand } from "@/lib/operations/command";
import { organization } from "@/lib/operations/locks";
import { inOrganization, placeOf } from "@/lib/operations/organization/access";
import { doneEach } from "@/lib/operations/outcome";
import { advanceOrganization } from "@/lib/operations/revision/internal/advance";

type Told = { judged: keyof OrganizationSwitches; on: EventType & SwitchEvent; off: EventType & SwitchEvent };
type SwitchEvent = `organization.${"collection_" | "item_" | "admins_"}${string}`;

/** What rules call each switch, and what the log says when it is turned on or off. */
const told = {
  limitCollectionCreation: {
    judged: "creationIsLimited",
    on: "organization.collection_creation_limited",
    off: "organization.collection_creation_opened",
  },
  limitCollectionDeletion: {
    judged: "collectionDeletionIsLimited",
    on: "organization.collection_deletion_limited",
    off: "organization.collection_deletion_opened",
  },
  limitItemDeletion: {
    judged: "deletionNeedsManage",
    on: "organization.item_deletion_limited",
    off: "organization.item_deletion_opened",
  },
  allowAdminAccessToAllCollectionItems: {
    judged: "adminsReachAll",
    on: "organization.admins_reach_all",
    off: "organization.admins_reach_their_own",
  },
} as const satisfies Record<CollectionSwitch, Told>;

/** Sets the four switches of how collections are managed. Each that changes stands in the log for itself. */
export const setCollectionSwitches = defineCommand({
  name: "organization.set_collection_switches",
  input: SetCollectionSwitches,
  access: inOrganization.manage_settings,
  // Acts that rest on what a switch allows come first, or not at all.
  locks: ({ input: { organizationId } }) => [{ ...organization(organizationId), takes: "authority" }],
  async run({ tx, input: { organizationId, ...wanted }, standing, now }) {
    const { switches } = placeOf(standing);
    const changed = collectionSwitches.filter((name) => switches[told[name].judged] !== wanted[name]);
    if (changed.length > 0) {
      await tx
        .update(organizations)
        .set({ ...wanted, revisedAt: now })
        .where(eq(organizations.id, organizationId));
      await advanceOrganization(tx, organizationId);
    }
    return doneEach({ changed: changed.length }, changed, (name) => ({
      type: told[name][wanted[name] ? "on" : "off"],
      organizationId,
    }));
  },
});
