import "server-only";
import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import type { OrganizationId } from "@/lib/domain/ids";
import { ClientRef } from "@/lib/domain/provider/inputs";
import { mayDeleteClient, mayUnlink } from "@/lib/domain/provider/linking";
import { NotFound } from "@/lib/operations/errors";
import { hasHadMembers } from "@/lib/operations/organization/internal/has-had-members";
import { membersWhoMay } from "@/lib/operations/organization/internal/members-who-may";
import { ownOwners } from "@/lib/operations/organization/internal/own-owners";
import { inProvider } from "@/lib/operations/provider/access";
import { placesInClient } from "@/lib/operations/provider/internal/places-in-client";
import { defineQuery } from "@/lib/operations/query";

/** Owners of a client's own who are not confirmed yet: those who have accepted first. */
const waitingOwners = (tx: Tx, organizationId: OrganizationId) =>
  tx
    .select({ status: organizationMembers.status, email: organizationMembers.address })
    .from(organizationMembers)
    .where(
      and(
        eq(organizationMembers.organizationId, organizationId),
        membersWhoMay("choose_provider"),
        inArray(organizationMembers.status, ["accepted", "invited"]),
        isNull(organizationMembers.placeOfProvider),
      ),
    )
    .orderBy(asc(organizationMembers.status), asc(organizationMembers.address))
    .limit(1);

/**
 * What unlinking a client comes to: whether somebody owns it afterwards, or waits to, whether it can be deleted instead,
 * and how many places of the provider end.
 */
export const getUnlinking = defineQuery({
  name: "client.get_unlinking",
  input: ClientRef,
  access: inProvider.unlink_clients,
  async read({ tx, input: { providerId, organizationId } }) {
    const [client] = await tx
      .select({ seats: organizations.seats })
      .from(organizations)
      .where(and(eq(organizations.id, organizationId), eq(organizations.providerId, providerId)));
    if (!client) throw new NotFound();
    const owners = await ownOwners(tx, organizationId);
    const places = await placesInClient(tx, providerId, organizationId);
    const isOwned = mayUnlink(owners.length).allowed;
    const waiting = isOwned ? [] : await waitingOwners(tx, organizationId);
    const isDeletable = !isOwned && mayDeleteClient(await hasHadMembers(tx, organizationId)).allowed;
    return { isOwned, isDeletable, waiting: waiting[0] ?? null, seats: client.seats, places: places.length };
  },
});

export type Unlinking = Awaited<ReturnType<typeof getUnlinking.read>>;
