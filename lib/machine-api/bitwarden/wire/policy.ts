import { policyNumbers } from "@/lib/domain/policy/types";
import { dateOf } from "@/lib/machine-api/bitwarden/wire/values";
import type { SyncForApps } from "@/lib/operations/item/sync-for-apps";

type Policy = SyncForApps["policies"][number];

/** A policy that is in force, as apps read it. Protocol chapter 5.4. */
export const policyOf = ({ id, organizationId, type, data, revisedAt }: Policy) => ({
  ...{ id, organizationId, data },
  type: policyNumbers[type],
  enabled: true,
  revisionDate: dateOf(revisedAt),
  object: "policy",
});
