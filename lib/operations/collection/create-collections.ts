import "server-only";
import { CreateCollections } from "@/lib/domain/collection/inputs";
import { makeCollections } from "@/lib/operations/collection/internal/make-collections";
import { defineCommand } from "@/lib/operations/command";
import { organization as lockOf } from "@/lib/operations/locks";
import { inOrganization, placeOf } from "@/lib/operations/organization/access";
import { doneEach } from "@/lib/operations/outcome";

/** Creates several collections. The number of statements does not depend on theirs. */
export const createCollections = defineCommand({
  name: "collection.create_several",
  input: CreateCollections,
  access: inOrganization.create_collections,
  // Inviting and removing members changes grants too, so it takes the same lock.
  locks: ({ input: { organizationId } }) => [lockOf(organizationId)],
  async run({ tx, input, standing, now }) {
    const made = await makeCollections(tx, placeOf(standing), input, now);
    return doneEach({ created: made.length }, made, (event) => event);
  },
});
