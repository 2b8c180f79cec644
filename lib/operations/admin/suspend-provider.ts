import "server-only";
import { and, eq } from "drizzle-orm";
import { clientVisits } from "@/db/schema/client-visits";
import { organizations } from "@/db/schema/organizations";
import { providers } from "@/db/schema/providers";
import { SuspendProvider } from "@/lib/domain/provider/suspending";
import { instanceAdministrators } from "@/lib/operations/account/access";
import { clientsOf } from "@/lib/operations/admin/internal/clients-of";
import { tellAdmins } from "@/lib/operations/admin/internal/tell-admins";
import { theProvider } from "@/lib/operations/admin/internal/the-provider";
import { defineCommand } from "@/lib/operations/command";
import { pageLink } from "@/lib/operations/links";
import { organization, team } from "@/lib/operations/locks";
import { done, doneUnrecorded } from "@/lib/operations/outcome";
import { advanceOrganizations, advanceProvider } from "@/lib/operations/revision/internal/advance";
import { endVisits } from "@/lib/operations/visit/internal/end-visits";

/**
 * Suspends a provider and all of its clients that were enabled, in one act: from the next request on, its people change
 * nothing and their members read nothing. Its admins are told why. Protocol chapter 7.10.
 */
export const suspendProvider = defineCommand({
  name: "admin.suspend_provider",
  input: SuspendProvider,
  access: instanceAdministrators,
  // Acts that are under way in the provider or in a client of it come first, or are refused.
  locks: async ({ tx, input: { providerId } }) => [
    { ...team(providerId), takes: "authority" },
    ...(await clientsOf(tx, providerId)).map((id) => ({ ...organization(id), takes: "authority" as const })),
  ],
  async run({ tx, input: { providerId, reason }, now }) {
    const { name, state } = await theProvider(tx, providerId);
    if (state === "suspended") return doneUnrecorded({ clients: 0 }, "it is so already");
    await tx
      .update(providers)
      .set({ state: "suspended", suspendedAt: now, suspensionReason: reason, revisedAt: now })
      .where(eq(providers.id, providerId));
    const left = await endVisits(tx, eq(clientVisits.providerId, providerId), now);
    const suspended = await tx
      .update(organizations)
      .set({ state: "suspended", suspendedWithProvider: true, revisedAt: now })
      .where(and(eq(organizations.providerId, providerId), eq(organizations.state, "enabled")))
      .returning({ id: organizations.id });
    const mail = {
      kind: "provider.suspended",
      link: pageLink(`/providers/${providerId}/clients`),
      providerName: name,
      why: reason,
    } as const;
    await tellAdmins(tx, providerId, mail, now);
    await advanceOrganizations(
      tx,
      suspended.map(({ id }) => id),
    );
    await advanceProvider(tx, providerId);
    const details = { why: reason, count: suspended.length };
    return done({ clients: suspended.length }, { type: "provider.suspended", providerId, details }, ...left);
  },
});
