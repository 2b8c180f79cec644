import { z } from "zod";
import { OrganizationTarget } from "@/lib/domain/organization/inputs";
import { policySettings } from "@/lib/domain/policy/settings";
import { type PolicyType, policyTypes } from "@/lib/domain/policy/types";

export const PreviewPolicy = OrganizationTarget.extend({ type: z.enum(policyTypes), enabled: z.boolean() });

const settingOf = (type: PolicyType) =>
  PreviewPolicy.extend({
    type: z.literal(type),
    data: policySettings[type],
    /** The mark of the preview that was shown: if the policy would do something else by now, nothing is done. */
    preview: z.string().regex(/^[\w-]{1,64}$/u),
  });

type Setting = ReturnType<typeof settingOf>;
const [first, ...others] = policyTypes;

/** One policy as it is to be: on or off, with its settings in the form of its type. */
export const SetPolicy = z.discriminatedUnion("type", [settingOf(first), ...others.map(settingOf)] as [
  Setting,
  ...Setting[],
]);

export const OpenBanner = OrganizationTarget;
