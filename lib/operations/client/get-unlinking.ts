import "server-only";
import { and, eq } from "drizzle-orm";
import { organizations } from "@/db/schema/organizations";
import { ClientRef } from "@/lib/domain/provider/inputs";
import { mayUnlink } from "@/lib/domain/provider/linking";
import { NotFound } from "@/lib/operations/errors";
import { ownOwners } from "@/lib/operations/organization/internal/own-owners";
import { inProvider } from "@/lib/operations/provider/access";
import { placesInClient } from "@/lib/operations/provider/internal/places-in-client";
import { defineQuery } from "@/lib/operations/query";

/** What unlinking a client comes to: whether somebody owns it afterwards, and how many places of the provider end. */
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
    return { isOwned: mayUnlink(owners.length).allowed, seats: client.seats, places: places.length };
  },
});

export type Unlinking = Awaited<ReturnType<typeof getUnlinking.read>>;
