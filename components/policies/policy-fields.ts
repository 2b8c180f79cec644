import { itemNumbers } from "@/lib/domain/item/types";
import { timeoutActions, timeoutKinds } from "@/lib/domain/policy/settings";
import type { PolicyType } from "@/lib/domain/policy/types";
import type { Messages } from "@/lib/i18n/messages";

type FieldName = keyof Messages["policies"]["fields"];
type OptionName = keyof Messages["policies"]["options"];

/** One answer to a choice: its value on the wire, and the name of its text. */
type Option<Value> = { value: Value; text: OptionName };

/** A field of a policy's settings, as its form shows it. `name` is that of the wire, and of its text. */
export type PolicyField = { name: FieldName; when?: (settings: FormSettings) => boolean } & (
  | { kind: "yes_or_no" }
  | { kind: "number"; optional: boolean }
  | { kind: "text" | "long_text"; optional: boolean }
  | { kind: "choice"; options: readonly Option<string | number | null>[] }
  | { kind: "several"; options: readonly Option<number>[] }
);

/** What the form of any policy holds: its fields, by name. */
export type FormSettings = Record<string, string | number | boolean | number[] | null>;

const yesOrNo = (...names: FieldName[]): PolicyField[] => names.map((name) => ({ kind: "yes_or_no", name }));

const complexities = [null, 0, 1, 2, 3, 4] as const;
const matchings = [0, 1, 2, 3, 4, 5] as const;

/** The settings of each policy, in the order of its form. A policy that is only on or off has none. */
export const fieldsOf: Partial<Record<PolicyType, readonly PolicyField[]>> = {
  master_password: [
    {
      kind: "choice",
      name: "minComplexity",
      options: complexities.map((value) => ({ value, text: `complexity_${value ?? "any"}` })),
    },
    { kind: "number", name: "minLength", optional: true },
    ...yesOrNo("requireUpper", "requireLower", "requireNumbers", "requireSpecial", "enforceOnLogin"),
  ],
  password_generator: [
    {
      kind: "choice",
      name: "overridePasswordType",
      options: [
        { value: "", text: "generator_any" },
        { value: "password", text: "generator_password" },
        { value: "passphrase", text: "generator_passphrase" },
      ],
    },
    { kind: "number", name: "minLength", optional: true },
    ...yesOrNo("useUpper", "useLower", "useNumbers", "useSpecial"),
    { kind: "number", name: "minNumbers", optional: true },
    { kind: "number", name: "minSpecial", optional: true },
    { kind: "number", name: "minNumberWords", optional: true },
    ...yesOrNo("capitalize", "includeNumber"),
  ],
  data_ownership: [
    { kind: "text", name: "collectionName", optional: false },
    ...yesOrNo("enableIndividualItemsTransfer"),
  ],
  send_options: yesOrNo("disableHideEmail"),
  account_recovery: yesOrNo("autoEnrollEnabled"),
  vault_timeout: [
    {
      kind: "choice",
      name: "type",
      options: timeoutKinds.map((value) => ({ value, text: `timeout_${value}` })),
    },
    { kind: "number", name: "minutes", optional: false, when: ({ type }) => type === "custom" },
    {
      kind: "choice",
      name: "action",
      options: [null, ...timeoutActions].map((value) => ({ value, text: `action_${value ?? "any"}` })),
    },
  ],
  automatic_log_in: [{ kind: "text", name: "idpHost", optional: false }],
  restricted_item_types: [
    {
      kind: "several",
      name: "types",
      options: [
        { value: itemNumbers.login, text: "type_login" },
        { value: itemNumbers.card, text: "type_card" },
        { value: itemNumbers.identity, text: "type_identity" },
        { value: itemNumbers.secure_note, text: "type_secure_note" },
        { value: itemNumbers.ssh_key, text: "type_ssh_key" },
      ],
    },
  ],
  uri_match: [
    {
      kind: "choice",
      name: "uriMatchDetection",
      options: matchings.map((value) => ({ value, text: `match_${value}` })),
    },
  ],
  vault_banner: [
    { kind: "long_text", name: "message", optional: false },
    { kind: "text", name: "linkText", optional: true },
    { kind: "text", name: "linkUrl", optional: true },
  ],
  send_controls: [
    ...yesOrNo("disableSend", "disableHideEmail"),
    {
      kind: "choice",
      name: "whoCanAccess",
      options: ([0, 1, 2] as const).map((value) => ({ value, text: `access_${value}` })),
    },
    {
      kind: "text",
      name: "allowedDomains",
      optional: true,
      when: ({ whoCanAccess }) => whoCanAccess === 2,
    },
    { kind: "number", name: "deletionHours", optional: true },
    {
      kind: "several",
      name: "allowedSendTypes",
      options: [
        { value: 0, text: "send_text" },
        { value: 1, text: "send_file" },
      ],
    },
  ],
  fill_assist: [{ kind: "text", name: "rulesUrl", optional: false }],
};
