import "server-only";
import { eq } from "drizzle-orm";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import { organizations } from "@/db/schema/organizations";
import { providerOrganizations } from "@/db/schema/provider-organizations";
import type { CreateClient } from "@/lib/domain/provider/inputs";
import { madeBefore } from "@/lib/operations/made-before";

/**
 * Whether this form has made its client already. A key is sealed anew at random each time, so whoever sends the
 * very same sealed key sends the same form.
 *
 * @throws {NotFound} when the id is that of another organization.
 */
export async function isMadeAlready(tx: Tx, form: z.output<typeof CreateClient>): Promise<boolean> {
  const known = await tx
    .select({
      providerId: organizations.providerId,
      sealedKey: providerOrganizations.organizationKeyForProvider,
    })
    .from(organizations)
    .leftJoin(providerOrganizations, eq(providerOrganizations.organizationId, organizations.id))
    .where(eq(organizations.id, form.organizationId));
  const before = madeBefore(
    known,
    ({ providerId, sealedKey }) =>
      providerId === form.providerId && sealedKey === form.organizationKeyForProvider,
  );
  return before !== null;
}
