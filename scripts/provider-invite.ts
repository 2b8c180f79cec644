import { parseArgs } from "node:util";
import { InviteProvider } from "@/lib/domain/provider/inputs";
import { inviteProvider } from "@/lib/operations/admin/invite-provider";
import { Complaint, commandLine, runAsOperator } from "./lib/operator";

const usage = `npm run provider:invite -- --email <owner> --teams-seats <n> --enterprise-seats <n> [--name <provider>] [--discount <percent>]

Invites the owner of a new provider by mail. Use the settings of the server (DATA_DIR, DATABASE_URL, PORT).

  --email             the owner's e-mail address
  --teams-seats       the seat minimum for Teams, 0 or more
  --enterprise-seats  the seat minimum for Enterprise, 0 or more
  --name              the provider's name, 50 characters or fewer; its owner may choose it later
  --discount          what is taken off each invoice, in percent, 0 to 100`;

const complaints: Record<string, string> = {
  email: "--email takes one e-mail address.",
  name: "--name takes 50 characters or fewer.",
  teamsSeats: "--teams-seats takes a whole number, 0 or more.",
  enterpriseSeats: "--enterprise-seats takes a whole number, 0 or more.",
  discountPercent: "--discount takes a whole number, 0 to 100.",
};

function readOptions(args: string[]) {
  const text = { type: "string" } as const;
  const { values } = parseArgs({
    args,
    options: {
      email: text,
      name: text,
      "teams-seats": text,
      "enterprise-seats": text,
      discount: text,
    },
  });
  const number = (given: string | undefined) => (given?.trim() ? Number(given) : undefined);
  const parsed = InviteProvider.safeParse({
    email: values.email,
    name: values.name ?? "",
    teamsSeats: number(values["teams-seats"]),
    enterpriseSeats: number(values["enterprise-seats"]),
    discountPercent: number(values.discount),
  });
  if (parsed.success) return parsed.data;
  const wrong = new Set(parsed.error.issues.map((issue) => complaints[String(issue.path[0])]));
  throw new Complaint(`${[...wrong].join("\n")}\n\n${usage}`);
}

await commandLine(usage, async (args) => {
  const invitation = readOptions(args);
  await runAsOperator({
    command: inviteProvider,
    path: "/api/operator/provider-invitations",
    // What was parsed is normalized, and a null name is the empty one of the form.
    input: { ...invitation, name: invitation.name ?? "" },
  });
  return `${invitation.email} is invited to set up a provider. The link works for 5 days.`;
});
