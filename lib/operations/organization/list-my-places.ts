import "server-only";
import { and, eq, not } from "drizzle-orm";
import { z } from "zod";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { providerMembers } from "@/db/schema/provider-members";
import { providers } from "@/db/schema/providers";
import { hasAccessEnded, hasPlaceEnded } from "@/lib/operations/access-end";
import { personOf, signedIn } from "@/lib/operations/account/access";
import { membersWhoMay } from "@/lib/operations/organization/internal/members-who-may";
import { defineQuery } from "@/lib/operations/query";

/** The organizations that somebody administers as a member, and the providers whose team they are in. */
export const listMyPlaces = defineQuery({
  name: "organization.list_my_places",
  worksWithTemporaryPassword: true,
  input: z.object({}),
  access: signedIn,
  async read({ tx, actor }) {
    const userId = personOf(actor);
    const consoles = await tx
      .select({ id: organizations.id, name: organizations.name })
      .from(organizationMembers)
      .innerJoin(organizations, eq(organizations.id, organizationMembers.organizationId))
      .where(
        and(
          eq(organizationMembers.userId, userId),
          eq(organizationMembers.status, "confirmed"),
          membersWhoMay("open_console"),
          not(hasPlaceEnded),
        ),
      )
      .orderBy(organizations.sortName, organizations.id);
    const portals = await tx
      .select({ id: providers.id, name: providers.name })
      .from(providerMembers)
      .innerJoin(providers, eq(providers.id, providerMembers.providerId))
      .where(
        and(eq(providerMembers.userId, userId), eq(providerMembers.status, "confirmed"), not(hasAccessEnded)),
      )
      .orderBy(providers.name, providers.id);
    return { consoles, portals };
  },
});

export type MyPlaces = Awaited<ReturnType<typeof listMyPlaces.read>>;
