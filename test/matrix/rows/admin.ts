import { randomBytes } from "node:crypto";
import { correctProviderInvitation } from "@/lib/operations/admin/correct-provider-invitation";
import { inviteAdministrator } from "@/lib/operations/admin/invite-administrator";
import { inviteProvider } from "@/lib/operations/admin/invite-provider";
import { issueSetUpLink } from "@/lib/operations/admin/issue-set-up-link";
import { listProviders } from "@/lib/operations/admin/list-providers";
import { resendProviderInvitation } from "@/lib/operations/admin/resend-provider-invitation";
import { seeAdministration } from "@/lib/operations/admin/see-administration";
import { useBearer } from "@/lib/operations/admin/use-bearer";
import { withdrawProviderInvitation } from "@/lib/operations/admin/withdraw-provider-invitation";
import { execute } from "@/lib/operations/command";
import { sweep } from "@/lib/operations/sweep/sweep";
import { endStaleVisits } from "@/lib/operations/visit/end-stale-visits";
import { forInstance } from "@/test/matrix/expected";
import { type Given, row } from "@/test/matrix/row";

const administrators = forInstance("administrator");
/** To the command line on the machine itself; who is signed out is not even told to log in. */
const commandLine = forInstance("operator", { anonymous: "not_found" });

const invitation = { email: "owner@new.example", teamsSeats: 75, enterpriseSeats: 0 };

/** A provider whose owner has been invited, and nothing more. */
const aPendingProvider = ({ tx, who }: Given) =>
  execute(tx, inviteProvider, who("operator").actor, invitation);

export const rows = [
  row(seeAdministration, administrators).with(() => ({})),
  row(listProviders, administrators).with(() => ({})),
  row(inviteProvider, administrators).with(() => invitation),
  row(resendProviderInvitation, administrators).with(aPendingProvider),
  row(correctProviderInvitation, administrators).with(async (given) => ({
    ...(await aPendingProvider(given)),
    ...invitation,
    teamsSeats: 80,
  })),
  row(withdrawProviderInvitation, administrators).with(aPendingProvider),
  row(issueSetUpLink, administrators).with(() => ({})),
  row(sweep, administrators).with(() => ({ what: "sessions" })),
  row(endStaleVisits, administrators).with(() => ({})),
  row(inviteAdministrator, commandLine).with(() => ({ email: "another.administrator@client.example" })),
  row(useBearer, commandLine).with(() => ({ bearer: randomBytes(32).toString("base64url") })),
];
