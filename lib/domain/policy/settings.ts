import { z } from "zod";
import { CollectionName } from "@/lib/domain/collection/inputs";
import { itemNumbers } from "@/lib/domain/item/types";
import { tidyName } from "@/lib/domain/names";
import type { PolicyType } from "@/lib/domain/policy/types";

const none = z.null();
const yesOrNo = z.boolean();
const whole = (least: number, most: number) => z.int().min(least).max(most);
/** No master password is shorter than this, whatever a policy says. */
const shortestMasterPassword = 12;

/** An address that apps load from or lead to: https, nothing else. */
const secureAddress = z.url({ protocol: /^https$/u, error: "not_https" }).max(1000);

const line = (most: number) => z.string().max(10_000).transform(tidyName).pipe(z.string().max(most));

/** Several lines, without what nobody sees and no database takes. */
const lines = z
  .string()
  .max(10_000)
  .transform((text) => text.replace(/(?!\n)\p{Cc}|\p{Cs}/gu, "").trim())
  .pipe(z.string().min(1).max(500));

const MasterPasswordSettings = z.object({
  /** 0 to 4, as the strength meter counts. */
  minComplexity: whole(0, 4).nullable(),
  minLength: whole(shortestMasterPassword, 128).nullable(),
  requireUpper: yesOrNo,
  requireLower: yesOrNo,
  requireNumbers: yesOrNo,
  requireSpecial: yesOrNo,
  /** Who has an older password that is too weak must change it at the next unlocking. */
  enforceOnLogin: yesOrNo,
});

const GeneratorSettings = z.object({
  overridePasswordType: z.enum(["", "password", "passphrase"]),
  minLength: whole(5, 128).nullable(),
  useUpper: yesOrNo,
  useLower: yesOrNo,
  useNumbers: yesOrNo,
  useSpecial: yesOrNo,
  minNumbers: whole(0, 9).nullable(),
  minSpecial: whole(0, 9).nullable(),
  minNumberWords: whole(3, 20).nullable(),
  capitalize: yesOrNo,
  includeNumber: yesOrNo,
});

export const timeoutKinds = ["custom", "immediately", "onSystemLock", "onAppRestart", "never"] as const;
export const timeoutActions = ["lock", "logOut"] as const;

const TimeoutSettings = z.object({
  type: z.enum(timeoutKinds),
  /** Of a `custom` time. */
  minutes: whole(1, 10_080),
  /** Null leaves the choice to the member. */
  action: z.enum(timeoutActions).nullable(),
});

const BannerSettings = z
  .object({
    message: lines,
    linkText: line(50),
    /** Empty for a banner that leads nowhere. */
    linkUrl: z.union([z.literal(""), secureAddress], { error: "not_https" }),
  })
  .superRefine(({ linkText, linkUrl }, { addIssue }) => {
    if (linkText !== "" && linkUrl === "")
      addIssue({ code: "custom", message: "required", path: ["linkUrl"], input: linkUrl });
  });

const itemKinds = Object.values(itemNumbers);

const SendSettings = z.object({
  disableSend: yesOrNo,
  disableHideEmail: yesOrNo,
  /** 0: anybody with the link; 1: who has its password; 2: named people. */
  whoCanAccess: z.union([z.literal(0), z.literal(1), z.literal(2)]),
  allowedDomains: line(1000),
  deletionHours: whole(1, 744).nullable(),
  /** 0: texts; 1: files. */
  allowedSendTypes: z.array(z.union([z.literal(0), z.literal(1)])).min(1),
});

const DataOwnershipSettings = z.object({
  enableIndividualItemsTransfer: yesOrNo,
  /** What each member's own collection is called when it is made. Browsers seal it each time anew. */
  collectionName: z.string().max(10_000).transform(tidyName).pipe(CollectionName),
});

/** What each policy keeps beside being on, in the form of the wire. Protocol chapter 10.2. */
export const policySettings = {
  two_step_login: none,
  master_password: MasterPasswordSettings,
  password_generator: GeneratorSettings,
  single_organization: none,
  require_single_sign_on: none,
  data_ownership: DataOwnershipSettings,
  remove_send: none,
  send_options: z.object({ disableHideEmail: yesOrNo }),
  account_recovery: z.object({ autoEnrollEnabled: yesOrNo }),
  vault_timeout: TimeoutSettings,
  remove_personal_export: none,
  autofill_on_load: none,
  automatic_log_in: z.object({ idpHost: secureAddress }),
  remove_family_sponsorship: none,
  remove_unlock_with_pin: none,
  restricted_item_types: z.array(z.literal(itemKinds)).min(1),
  uri_match: z.object({ uriMatchDetection: whole(0, 5) }),
  autotype: none,
  automatic_confirmation: none,
  claimed_domain_accounts: none,
  vault_banner: BannerSettings,
  send_controls: SendSettings,
  fill_assist: z.object({ rulesUrl: secureAddress }),
} as const satisfies Record<PolicyType, z.ZodType>;

export type PolicyData<Type extends PolicyType> = z.output<(typeof policySettings)[Type]>;

/** One policy with its settings, whichever it is. */
export type AnyPolicyData = PolicyData<PolicyType>;

/** What the form of a policy starts from when nobody has set it yet. */
export const firstSettings: { [Type in PolicyType]: PolicyData<Type> } = {
  two_step_login: null,
  master_password: {
    minComplexity: 3,
    minLength: 14,
    requireUpper: false,
    requireLower: false,
    requireNumbers: false,
    requireSpecial: false,
    enforceOnLogin: false,
  },
  password_generator: {
    overridePasswordType: "",
    minLength: 16,
    useUpper: true,
    useLower: true,
    useNumbers: true,
    useSpecial: true,
    minNumbers: 1,
    minSpecial: 1,
    minNumberWords: null,
    capitalize: false,
    includeNumber: false,
  },
  single_organization: null,
  require_single_sign_on: null,
  data_ownership: { enableIndividualItemsTransfer: false, collectionName: "My items" },
  remove_send: null,
  send_options: { disableHideEmail: true },
  account_recovery: { autoEnrollEnabled: true },
  vault_timeout: { type: "custom", minutes: 15, action: null },
  remove_personal_export: null,
  autofill_on_load: null,
  automatic_log_in: { idpHost: "" },
  remove_family_sponsorship: null,
  remove_unlock_with_pin: null,
  restricted_item_types: [itemNumbers.card],
  uri_match: { uriMatchDetection: 0 },
  autotype: null,
  automatic_confirmation: null,
  claimed_domain_accounts: null,
  vault_banner: { message: "", linkText: "", linkUrl: "" },
  send_controls: {
    disableSend: false,
    disableHideEmail: false,
    whoCanAccess: 0,
    allowedDomains: "",
    deletionHours: null,
    allowedSendTypes: [0, 1],
  },
  fill_assist: { rulesUrl: "" },
};
