import "server-only";
import { RecordOrganizationExport } from "@/lib/domain/item/inputs";
import { defineCommand } from "@/lib/operations/command";
import { inOrganization } from "@/lib/operations/organization/access";
import { done } from "@/lib/operations/outcome";
import { recentlyProven } from "@/lib/operations/recently-proven";

/** Records that somebody takes an organization's items along as a file, before their browser asks for them and makes it. */
export const recordOrganizationExport = defineCommand({
  name: "item.record_organization_export",
  input: RecordOrganizationExport,
  access: recentlyProven(inOrganization.export_items),
  run: async ({ input: { organizationId, format } }) =>
    done(null, { type: "organization.exported_vault", organizationId, details: { format } }),
});
