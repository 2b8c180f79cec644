import "server-only";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { ciphers } from "@/db/schema/ciphers";
import { personOf, signedIn } from "@/lib/operations/account/access";
import {
  isLastAdministrator,
  placesInOrganizations,
  placesInProviders,
} from "@/lib/operations/account/internal/own-places";
import { defineQuery } from "@/lib/operations/query";

/** What goes with one's own account, and the names of what stands in the way: who would be left without an owner. */
export const getDeletionFacts = defineQuery({
  name: "account.get_deletion_facts",
  input: z.object({}),
  access: signedIn,
  async read({ tx, actor }) {
    const userId = personOf(actor);
    const inOrganizations = await placesInOrganizations(tx, userId);
    const places = [...(await placesInProviders(tx, userId)), ...inOrganizations];
    return {
      items: await tx.$count(ciphers, eq(ciphers.userId, userId)),
      places: places.map(({ name }) => name),
      lastIn: places.filter(({ isLast }) => isLast).map(({ name }) => name),
      /** Who would be left with owners of whom none answers for them towards their provider. */
      lastCountingIn: inOrganizations
        .filter(({ isLast, isLastCounting }) => isLastCounting && !isLast)
        .map(({ name }) => name),
      isLastAdministrator: await isLastAdministrator(tx, userId),
    };
  },
});

export type DeletionFacts = Awaited<ReturnType<typeof getDeletionFacts.read>>;
