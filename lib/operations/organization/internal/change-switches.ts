import "server-only";
import { and, eq, ne } from "drizzle-orm";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import type { EventType } from "@/lib/domain/event-types";
import type { AuditEvent } from "@/lib/domain/events";
import {
  type CollectionSwitch,
  collectionSwitches,
  type SetCollectionSwitches,
} from "@/lib/domain/organization/inputs";
import type { OrganizationSwitches } from "@/lib/domain/organization/member";
import { expectKeptFromProvider } from "@/lib/operations/collection/internal/expect-kept-from-provider";
import type { OrganizationPlace } from "@/lib/operations/organization/access";
import { keepReach } from "@/lib/operations/organization/internal/keep-reach";
import { membersWhoMay } from "@/lib/operations/organization/internal/members-who-may";
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

/** The switches as the wire names them. */
export const onWire = (switches: OrganizationSwitches): Record<CollectionSwitch, boolean> => ({
  limitCollectionCreation: switches.creationIsLimited,
  limitCollectionDeletion: switches.collectionDeletionIsLimited,
  limitItemDeletion: switches.deletionNeedsManage,
  allowAdminAccessToAllCollectionItems: switches.adminsReachAll,
});

/**
 * Sets the four switches, but for those that the form left as it had shown them. The caller holds the organization, so
 * that acts that rest on what a switch allows come first, or not at all.
 *
 * @returns an event for each that changed.
 * @throws {Refused} `items_kept_from_provider`
 */
export async function changeSwitches(
  tx: Tx,
  place: OrganizationPlace,
  { organizationId, shown, ...asked }: z.output<typeof SetCollectionSwitches>,
  now: Date,
): Promise<AuditEvent[]> {
  const { switches } = place;
  const wanted = onWire(switches);
  for (const name of collectionSwitches) if (asked[name] !== shown?.[name]) wanted[name] = asked[name];
  const changed = collectionSwitches.filter((name) => switches[told[name].judged] !== wanted[name]);
  if (changed.length === 0) return [];
  if (wanted.allowAdminAccessToAllCollectionItems && !switches.adminsReachAll)
    await expectKeptFromProvider(tx, place, { organizationId, byRole: true });
  if (switches.adminsReachAll && !wanted.allowAdminAccessToAllCollectionItems)
    await keepReach(
      tx,
      organizationId,
      // Whoever has it by a custom role keeps it.
      and(membersWhoMay("edit_any_collection"), ne(organizationMembers.role, "custom")),
    );
  await tx
    .update(organizations)
    .set({ ...wanted, revisedAt: now })
    .where(eq(organizations.id, organizationId));
  await advanceOrganization(tx, organizationId);
  return changed.map((name) => ({ type: told[name][wanted[name] ? "on" : "off"], organizationId }));
}
