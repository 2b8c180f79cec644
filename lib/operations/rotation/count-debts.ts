import "server-only";
import { and, eq } from "drizzle-orm";
import { rotationDebts } from "@/db/schema/rotation-debts";
import { OrganizationTarget } from "@/lib/domain/organization/inputs";
import { inOrganization } from "@/lib/operations/organization/access";
import { defineQuery } from "@/lib/operations/query";
import { isOpenDebt } from "@/lib/operations/rotation/internal/open-debt";

/** How many people were removed and left something open. */
export const countRotationDebts = defineQuery({
  name: "rotation.count_debts",
  input: OrganizationTarget,
  access: inOrganization.use_items,
  async read({ tx, input: { organizationId } }) {
    const open = and(eq(rotationDebts.organizationId, organizationId), isOpenDebt);
    return { open: await tx.$count(rotationDebts, open) };
  },
});
