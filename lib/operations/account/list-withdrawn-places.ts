import "server-only";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { personOf, signedIn } from "@/lib/operations/account/access";
import { takesSecondStep } from "@/lib/operations/own-step";
import { defineQuery } from "@/lib/operations/query";

/** The organizations that have revoked somebody's access, by name, and why. One statement. */
export const listWithdrawnPlaces = defineQuery({
  name: "account.list_withdrawn_places",
  input: z.object({}),
  access: signedIn,
  read: ({ tx, actor }) =>
    tx
      .select({
        organizationId: organizations.id,
        name: organizations.name,
        reason: organizationMembers.revocationReason,
        /** The account may have turned on two-step login since, for want of which the place was withdrawn. */
        hasTwoStep: takesSecondStep(organizationMembers.userId),
      })
      .from(organizationMembers)
      .innerJoin(organizations, eq(organizations.id, organizationMembers.organizationId))
      .where(and(eq(organizationMembers.userId, personOf(actor)), eq(organizationMembers.status, "revoked")))
      .orderBy(organizations.sortName, organizations.id),
});

export type WithdrawnPlace = Awaited<ReturnType<typeof listWithdrawnPlaces.read>>[number];
