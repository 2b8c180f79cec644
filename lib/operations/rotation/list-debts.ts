import "server-only";
import { eq, sql } from "drizzle-orm";
import { rotationDebts } from "@/db/schema/rotation-debts";
import { users } from "@/db/schema/users";
import { OrganizationTarget } from "@/lib/domain/organization/inputs";
import { inOrganization } from "@/lib/operations/organization/access";
import { defineQuery } from "@/lib/operations/query";
import { debtCounts } from "@/lib/operations/rotation/internal/debt-counts";

/** How many people are listed: those who were removed last. */
const shown = 100;

/**
 * Who was removed and what they could read: how many items, and of how many the password was changed since, as browsers
 * have told. Whoever left nothing open is not listed.
 */
export const listRotationDebts = defineQuery({
  name: "rotation.list_debts",
  input: OrganizationTarget,
  access: inOrganization.use_items,
  async read({ tx, input: { organizationId } }) {
    const rows = await tx
      .select({
        id: rotationDebts.id,
        userId: rotationDebts.userId,
        name: users.name,
        email: users.email,
        removedAt: rotationDebts.removedAt,
        ...debtCounts,
      })
      .from(rotationDebts)
      .leftJoin(users, eq(users.id, rotationDebts.userId))
      .where(eq(rotationDebts.organizationId, organizationId))
      .orderBy(sql`${rotationDebts.removedAt} desc`, rotationDebts.id)
      .limit(shown);
    return rows.filter(({ items, changed }) => items > changed);
  },
});

export type RotationDebts = Awaited<ReturnType<typeof listRotationDebts.read>>;
