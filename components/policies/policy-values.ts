import { z } from "zod";
import type { FormSettings } from "@/components/policies/policy-fields";
import { type AnyPolicyData, firstSettings, policySettings } from "@/lib/domain/policy/settings";
import type { PolicyType } from "@/lib/domain/policy/types";

/**
 * What a policy's form starts from: what is set, or what is usual where nothing is.
 *
 * @param usual what is usual in the reader's language.
 */
export function settingsFor(
  type: PolicyType,
  data: AnyPolicyData,
  usual: { collectionName: string },
): FormSettings {
  const settings =
    data ?? (type === "data_ownership" ? { ...firstSettings[type], ...usual } : firstSettings[type]);
  if (settings === null) return {};
  return Array.isArray(settings) ? { types: settings } : { ...settings };
}

/** The settings as they are sent: one policy is a list on the wire, and some have none. */
function dataFrom(type: PolicyType, settings: FormSettings): unknown {
  if (type === "restricted_item_types") return settings.types;
  return firstSettings[type] === null ? null : settings;
}

/** A policy as it is typed. What is wrong is found by the schema that the server has too. */
export const PolicyValues = (type: PolicyType) =>
  z
    .object({ enabled: z.boolean(), settings: z.custom<FormSettings>() })
    .transform(({ enabled, settings }, context): { enabled: boolean; data: unknown } => {
      const checked = policySettings[type].safeParse(dataFrom(type, settings));
      if (checked.success) return { enabled, data: checked.data };
      for (const issue of checked.error.issues) {
        const path = type === "restricted_item_types" ? ["types"] : issue.path;
        context.issues.push({
          ...issue,
          input: settings,
          path: ["settings", ...path],
        } as z.core.$ZodRawIssue);
      }
      return z.NEVER;
    });

export type TypedPolicy = z.input<ReturnType<typeof PolicyValues>>;
export type CheckedPolicy = z.output<ReturnType<typeof PolicyValues>>;
