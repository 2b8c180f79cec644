import { parseArgs } from "node:util";
import { Email } from "@/lib/domain/email";
import { inviteAdministrator } from "@/lib/operations/admin/invite-administrator";
import { Complaint, commandLine, runAsOperator } from "./lib/operator";

const usage = `npm run admin:invite -- --email <address>

Invites an administrator of this instance by mail. Use the settings of the server (DATA_DIR, DATABASE_URL, PORT).

  --email  an e-mail address that has no account here`;

await commandLine(usage, async (args) => {
  const { values } = parseArgs({
    args,
    options: { email: { type: "string" } },
  });
  const email = Email.safeParse(values.email);
  if (!email.success) throw new Complaint(`--email takes one e-mail address.\n\n${usage}`);
  await runAsOperator({
    command: inviteAdministrator,
    path: "/api/operator/administrator-invitations",
    input: { email: email.data },
  });
  return `${email.data} is invited to administer this instance. The link works for 5 days.`;
});
