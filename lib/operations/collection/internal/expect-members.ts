import "server-only";
import { and, eq, inArray, ne } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizationMembers } from "@/db/schema/organization-members";
import type { OrganizationId, OrganizationMemberId } from "@/lib/domain/ids";
import { NotFound } from "@/lib/operations/errors";

/**
 * Whoever is to be given something is a member of this organization and not revoked, each of them.
 *
 * @param memberIds each once.
 * @param those `revoked too` where something is only taken from them.
 * @throws {NotFound} for the whole when one of the ids is nobody's here.
 */
export async function expectMembers(
  tx: Tx,
  organizationId: OrganizationId,
  memberIds: readonly OrganizationMemberId[],
  those: "not revoked" | "revoked too" = "not revoked",
): Promise<void> {
  if (memberIds.length === 0) return;
  const found = await tx.$count(
    organizationMembers,
    and(
      eq(organizationMembers.organizationId, organizationId),
      those === "revoked too" ? undefined : ne(organizationMembers.status, "revoked"),
      inArray(organizationMembers.id, [...memberIds]),
    ),
  );
  if (found !== memberIds.length) throw new NotFound();
}
