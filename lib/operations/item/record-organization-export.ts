import "server-only";
import { eq } from "drizzle-orm";
import { organizationMembers } from "@/db/schema/organization-members";
import { proofMinutes } from "@/lib/domain/account/proof";
import { reachesAll } from "@/lib/domain/collection/access";
import { RecordOrganizationExport } from "@/lib/domain/item/inputs";
import { defineCommand } from "@/lib/operations/command";
import { inOrganization, memberIdOf, placeOf } from "@/lib/operations/organization/access";
import { keepReach } from "@/lib/operations/organization/internal/keep-reach";
import { done } from "@/lib/operations/outcome";
import { recentlyProven } from "@/lib/operations/recently-proven";

/**
 * Records that somebody takes an organization's items along as a file, before their browser asks for them and makes it.
 * Whoever does not reach all of them otherwise reads them with it, and owes them when they are removed later.
 */
export const recordOrganizationExport = defineCommand({
  name: "item.record_organization_export",
  input: RecordOrganizationExport,
  access: recentlyProven(inOrganization.export_items),
  async run({ tx, input: { organizationId, format }, standing }) {
    const place = placeOf(standing.standing);
    const memberId = memberIdOf(place);
    if (memberId && !reachesAll(place))
      await keepReach(tx, organizationId, eq(organizationMembers.id, memberId), proofMinutes);
    return done(null, { type: "organization.exported_vault", organizationId, details: { format } });
  },
});
