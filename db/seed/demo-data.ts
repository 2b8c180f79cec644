import { z } from "zod";
import { collectionPermissions } from "@/lib/domain/collection/permission";
import file from "./data/demo-data.json";

const Member = z.object({
  name: z.string().nullable(),
  email: z.string().optional(),
  role: z.enum(["Provider admin", "Service user"]),
  status: z.enum(["Confirmed", "Accepted", "Invited"]),
});

const Client = z.object({
  name: z.string(),
  assigned: z.number(),
  plan: z.enum(["Teams", "Enterprise"]),
  /** As a table shows them: the name, then what the viewer may do. */
  collections: z.array(z.string()).default([]),
});

const Quickstart = z.object({
  provider: z.string(),
  members: z.array(Member).min(1),
  clients: z.array(Client).min(1),
  /** Kind, name, user name, owner. */
  endUserVault: z.array(z.tuple([z.string(), z.string(), z.string(), z.string()])),
});

export type QuickstartMember = z.infer<typeof Member>;
export type QuickstartClient = z.infer<typeof Client>;

/** The small scenario: one provider, four people, three clients. */
export const readQuickstart = () => Quickstart.parse(file.quickstart);

/** As the file writes them: `edit-hidden`, and `none` for no access. */
const Permission = z
  .string()
  .transform((word) => (word === "none" ? null : word.replace("-", "_")))
  .pipe(z.enum(collectionPermissions).nullable());

export const Departments = z.object({
  groups: z.array(z.string()),
  collections: z.array(z.string()),
  /** What each group may do in each collection. */
  access: z.record(z.string(), z.record(z.string(), Permission)),
});

export type Departments = z.infer<typeof Departments>;

/** Groups by department, collections by function and the matrix of both, of a client that is small enough. */
export function readDepartments(): Departments {
  const client = file.northbeam.clients.find(({ groups }) => groups.length === 3);
  return Departments.parse(client);
}
