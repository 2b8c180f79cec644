import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizations } from "@/db/schema/organizations";
import type { OrganizationId } from "@/lib/domain/ids";
import { NotFound } from "@/lib/operations/errors";

/** The organization's row, locked: until the end of the transaction nobody else counts seats or owners. */
export async function lockOrganization(tx: Tx, organizationId: OrganizationId) {
  const [organization] = await tx
    .select({
      name: organizations.name,
      seats: organizations.seats,
      usedSeats: organizations.usedSeats,
    })
    .from(organizations)
    .where(eq(organizations.id, organizationId))
    .for("no key update");
  if (!organization) throw new NotFound();
  return organization;
}
