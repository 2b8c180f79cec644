import type { z } from "zod";
import type { Database } from "@/db/client";
import type { Acting } from "@/db/seed/members";
import type { SetPolicy } from "@/lib/domain/policy/inputs";
import { type AnyPolicyData, firstSettings } from "@/lib/domain/policy/settings";
import type { PolicyType } from "@/lib/domain/policy/types";
import { execute } from "@/lib/operations/command";
import { previewPolicy } from "@/lib/operations/organization/preview-policy";
import { setPolicy } from "@/lib/operations/organization/set-policy";
import { ask } from "@/lib/operations/query";

/** Turns a policy on, once its preview was looked at, with what its form begins with where nothing else is said. */
export async function seedPolicy(
  db: Database,
  { organizationId, by }: Acting,
  type: PolicyType,
  data: AnyPolicyData = firstSettings[type],
): Promise<void> {
  const change = { organizationId, type, enabled: true };
  const { mark } = await ask(db, previewPolicy, by.actor, change);
  // The compiler does not see which type it is, and so not that the settings are of it.
  const input = { ...change, data, preview: mark } as z.input<typeof SetPolicy>;
  await execute(db, setPolicy, by.actor, input);
}
