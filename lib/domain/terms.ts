import { uploadWaitsMs } from "@/lib/domain/attachment/limits";
import { undoneWithinMs } from "@/lib/domain/import/limits";
import { usableForMs } from "@/lib/domain/recovery/term";

const hour = 60 * 60 * 1000;
const day = 24 * hour;

/** What the sweeper takes away, in the order in which it does. */
export const sweptThings = [
  "reload_keys",
  "visits",
  "sessions",
  "devices",
  "links",
  "rate_limits",
  "used_bearers",
  "mailed_codes",
  "jobs",
  "client_jobs",
  "rotations",
  "recoveries",
  "imports",
  "uploads",
  "trash",
  "parts",
] as const;
export type SweptThing = (typeof sweptThings)[number];

type Term = {
  table: string;
  /** From which moment of the row on. */
  since: string;
  /** How long after that it is still kept, in milliseconds. */
  keptMs: number;
};

/** How long each thing is kept that comes to an end. */
export const terms: Record<SweptThing, Term> = {
  reload_keys: { table: "sessions", since: "the session expired", keptMs: 0 },
  // The events of a visit stay in the logs.
  visits: { table: "client_visits", since: "it ended", keptMs: 30 * day },
  sessions: { table: "sessions", since: "it ended or expired", keptMs: 30 * day },
  devices: { table: "devices", since: "it was last seen, without a session", keptMs: 365 * day },
  // Until then, somebody who follows the link is told why it does not work.
  links: { table: "one_time_tokens", since: "it was used, replaced or expired", keptMs: 30 * day },
  rate_limits: { table: "rate_limits", since: "the window ended", keptMs: 0 },
  used_bearers: { table: "used_bearers", since: "no bearer of that time works any more", keptMs: 0 },
  mailed_codes: { table: "mailed_codes", since: "it expired", keptMs: 0 },
  // The contents of a job, such as the address of a mail, are erased when it ends. This term is for its row.
  jobs: { table: "jobs", since: "it finished or was given up", keptMs: 30 * day },
  // What became of each client stays in the logs.
  client_jobs: { table: "client_jobs", since: "it was asked for", keptMs: 90 * day },
  // What was staged for a switch that never came. The rows that it was made from are as they were.
  rotations: { table: "rotations", since: "something was last staged", keptMs: day },
  // One that is done or taken back goes at once.
  recoveries: {
    table: "account_recoveries",
    since: "it could be done, or was approved",
    keptMs: usableForMs,
  },
  // Nobody can undo it any more. The items stay, and the log has the numbers.
  imports: { table: "imports", since: "it began", keptMs: undoneWithinMs },
  // Whoever comes back later adds the file again.
  uploads: { table: "attachments", since: "a part last came, or it began", keptMs: uploadWaitsMs },
  trash: { table: "ciphers", since: "it came into the trash", keptMs: 30 * day },
  // After everything with which files go.
  parts: { table: "parts_to_remove", since: "their file went", keptMs: 0 },
};

/** How often the sweep runs. */
export const sweptEveryMs = hour;

/** Tables of which nothing is ever swept, and why. */
export const keptForEver: Record<string, string> = {
  users: "an account is deleted by its person",
  authenticators: "it is turned off by its person",
  recovery_codes: "they go with the authenticator, or are replaced",
  passkeys: "a passkey is removed by its person",
  organization_api_keys: "it is replaced by who may, and goes with its organization",
  organizations: "a tenant is deleted by who administers it",
  organization_members: "a member is removed by who may",
  providers: "a tenant is deleted by who administers it",
  provider_members: "a member is removed by who may",
  provider_organizations: "it goes with its client, or when the client leaves",
  provider_plans: "it goes with its provider",
  blueprints: "a blueprint is deleted by who may, and goes with its provider",
  provider_tags: "a tag is deleted by who may, and goes with its provider",
  client_tags: "a tag is taken by who may, and goes with it or its client",
  client_job_rows: "they go with their job or client",
  collections: "a collection is deleted by who may",
  collection_members: "a grant is taken by who may, and goes with its collection or member",
  collection_groups: "a grant is taken by who may, and goes with its collection or group",
  group_members: "a place in a group is taken by who may, and goes with its group or member",
  groups: "a group is deleted by who may",
  policies: "a policy is turned off by who may, and keeps its settings",
  collection_ciphers: "it goes with its item or collection",
  attachment_parts: "they go after their attachment, a bounded number at a time",
  objects_to_remove: "it goes once the bucket has removed the object",
  item_counts: "it goes with its collection",
  item_marks: "it goes with its item or person",
  folders: "a folder is deleted by its person",
  former_access: "what was taken from a member is owed once they are removed; it goes with the member",
  former_contents: "what a deleted collection held is owed by those who had it; it goes with the item",
  former_members:
    "logs name people as they left; it goes with the account or the tenant, or when its person is back",
  revisions: "one row a tenant, which goes with it",
  events: "the log is the record of what happened, and outlives what it tells of",
  seat_ledger: "bills are made from it, and it outlives the provider",
  invoices: "books are kept, and outlive the provider",
  invoice_lines: "they are the invoice",
  invoice_items: "they are the invoice's list of clients",
  invoice_numbers: "no number may be left out or come twice",
  invoice_announcements: "a provider is told once; they go with it",
  account_credits: "what is left is the sum of all, and outlives the provider",
  gateway_customers: "the last invoices of a provider are collected after it is deleted",
  gateway_events: "what a payment service told before is known when it comes again",
  rotation_rows: "they go with their rotation",
  organization_key_successions: "a browser may remember any former key",
  user_key_successions: "a device may remember what was sealed under any former key",
  organization_key_handovers: "they go when the provider has taken the key over, or the key is replaced",
  rotation_debts: "who could read what is known until its passwords are changed",
  rotation_debt_items: "they go with their debt or item",
  known_keys: "an account that forgot a key would take another one for it without asking",
};
