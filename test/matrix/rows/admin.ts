import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { providerPlans } from "@/db/schema/provider-plans";
import { providers } from "@/db/schema/providers";
import { changeProviderTerms } from "@/lib/operations/admin/change-provider-terms";
import { correctProviderInvitation } from "@/lib/operations/admin/correct-provider-invitation";
import { inviteAdministrator } from "@/lib/operations/admin/invite-administrator";
import { inviteProvider } from "@/lib/operations/admin/invite-provider";
import { issueSetUpLink } from "@/lib/operations/admin/issue-set-up-link";
import { listProviders } from "@/lib/operations/admin/list-providers";
import { reinstateProvider } from "@/lib/operations/admin/reinstate-provider";
import { resendProviderInvitation } from "@/lib/operations/admin/resend-provider-invitation";
import { seeAdministration } from "@/lib/operations/admin/see-administration";
import { suspendProvider } from "@/lib/operations/admin/suspend-provider";
import { useBearer } from "@/lib/operations/admin/use-bearer";
import { withdrawProviderInvitation } from "@/lib/operations/admin/withdraw-provider-invitation";
import { execute } from "@/lib/operations/command";
import { holdToPolicies } from "@/lib/operations/organization/hold-to-policies";
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
  row(changeProviderTerms, administrators).with(async (given) => {
    const { providerId } = given;
    const [provider] = await given.tx
      .select({ discountPercent: providers.discountPercent })
      .from(providers)
      .where(eq(providers.id, providerId));
    const plans = await given.tx
      .select({ plan: providerPlans.plan, minimum: providerPlans.seatMinimum })
      .from(providerPlans)
      .where(eq(providerPlans.providerId, providerId));
    const minimumOf = (name: string) => plans.find(({ plan }) => plan === name)?.minimum ?? 0;
    const shown = {
      teamsSeats: minimumOf("teams_monthly"),
      enterpriseSeats: minimumOf("enterprise_monthly"),
      discountPercent: provider?.discountPercent ?? 0,
    };
    return { providerId, shown, ...shown, discountPercent: 5 };
  }),
  row(suspendProvider, administrators).with(({ providerId }) => ({ providerId, reason: "Overdue." })),
  row(reinstateProvider, administrators).with(({ providerId }) => ({ providerId })),
  row(issueSetUpLink, administrators).with(() => ({})),
  row(sweep, administrators).with(() => ({ what: "sessions" })),
  row(holdToPolicies, administrators).with(() => ({})),
  row(endStaleVisits, administrators).with(() => ({})),
  row(inviteAdministrator, commandLine).with(() => ({ email: "another.administrator@client.example" })),
  row(useBearer, commandLine).with(() => ({ bearer: randomBytes(32).toString("base64url") })),
];
