import { z } from "zod";
import { Departments } from "@/db/seed/demo-data";
import type { CustomPermission } from "@/lib/domain/organization/permissions";
import file from "../data/demo-data.json";

const moment = z.iso.datetime().transform((text) => new Date(text));

const StaffMember = z.object({
  name: z.string().nullable(),
  email: z.string(),
  role: z.enum(["Provider admin", "Service user"]),
  status: z.enum(["Confirmed", "Accepted", "Invited", "Removed"]),
  mfa: z.string().optional(),
  removedAt: moment.optional(),
  /** The day on which a contractor's access ends. */
  accessEnds: z.iso
    .date()
    .transform((day) => new Date(day))
    .optional(),
  rotationDebt: z.object({ rotated: z.int(), clients: z.array(z.string()) }).optional(),
});

const customPermissions: Record<string, CustomPermission> = {
  users: "manage_users",
  groups: "manage_groups",
  "account recovery": "manage_account_recovery",
};

/** `Owner`, or `Custom: users, groups`. */
const Role = z.string().transform((text, context) => {
  const [word = "", list] = text.split(": ");
  const named = (list?.split(", ") ?? []).map((each) => customPermissions[each]);
  const permissions = named.filter((each) => each !== undefined);
  const role = z.enum(["owner", "admin", "custom", "user"]).safeParse(word.toLowerCase());
  if (role.success && permissions.length === named.length) return { role: role.data, permissions };
  context.addIssue({ code: "custom", message: `There is no role ${text}.`, input: text });
  return z.NEVER;
});

const Member = z.object({
  name: z.string().nullable(),
  email: z.string(),
  role: Role,
  status: z.enum(["Confirmed", "Accepted", "Invited", "Revoked", "Staged"]),
  groups: z.array(z.string()),
  twoStep: z.boolean(),
  recoveryEnrolled: z.boolean(),
});

const Item = z.object({
  type: z.enum(["login", "card", "identity", "note", "sshkey"]),
  name: z.string(),
  username: z.string(),
  uri: z.string(),
  /** Its kind, a colon, and how long or which. */
  secret: z.string(),
  flags: z.array(z.string()),
  collections: z.array(z.string()),
});

const Client = Departments.extend({
  slug: z.string(),
  domain: z.string(),
  name: z.string(),
  plan: z.enum(["Teams", "Enterprise"]),
  seats: z.int(),
  createdAt: moment,
  tags: z.array(z.string()),
  members: z.array(Member).min(1),
  items: z.array(Item),
  unassignedItems: z.int(),
  policies: z.array(z.string()),
});

const Event = z.object({
  date: moment,
  kind: z.string(),
  actor: z.string(),
  target: z.string(),
  client: z.string().nullable(),
});

const Northbeam = z.object({
  provider: z.object({
    name: z.string(),
    businessName: z.string(),
    billingEmail: z.string(),
    country: z.string(),
  }),
  plans: z.array(z.object({ plan: z.enum(["Teams", "Enterprise"]), seatMinimum: z.int() })),
  discountPercent: z.int(),
  /** Policies that the provider wants its clients to have, under a name. */
  baselines: z.array(z.object({ id: z.string(), policies: z.array(z.string()) })),
  members: z.array(StaffMember).min(1),
  clients: z.array(Client),
  events: z.array(Event),
  invoices: z.array(
    z.object({
      status: z.enum(["Paid", "Open"]),
      rows: z.array(z.object({ Client: z.string(), Assigned: z.int() })),
    }),
  ),
});

export type StaffMember = z.output<typeof StaffMember>;
export type ClientMember = z.output<typeof Member>;
export type ClientItem = z.output<typeof Item>;
export type NorthbeamClient = z.output<typeof Client>;
export type Northbeam = z.output<typeof Northbeam>;

/** The moment at which the data looks back on what has happened. */
export const toldAt = moment.parse(file.now);

/** The large scenario: one provider, eight people, ten clients with two hundred members. */
export const readNorthbeam = (): Northbeam => Northbeam.parse(file.northbeam);
