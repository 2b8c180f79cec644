import "server-only";
import { and, eq } from "drizzle-orm";
import { organizations } from "@/db/schema/organizations";
import { providers } from "@/db/schema/providers";
import { ProviderTarget } from "@/lib/domain/provider/inputs";
import { instanceAdministrators } from "@/lib/operations/account/access";
import { clientsOf } from "@/lib/operations/admin/internal/clients-of";
import { tellAdmins } from "@/lib/operations/admin/internal/tell-admins";
import { theProvider } from "@/lib/operations/admin/internal/the-provider";
import { defineCommand } from "@/lib/operations/command";
import { pageLink } from "@/lib/operations/links";
import { organization, team } from "@/lib/operations/locks";
import { done, doneUnrecorded } from "@/lib/operations/outcome";
import { advanceOrganizations, advanceProvider } from "@/lib/operations/revision/internal/advance";

/**
 * Ends the suspension of a provider, and that of the clients which were suspended with it. A client that was suspended
 * before stays so. Its admins are told.
 */
export const reinstateProvider = defineCommand({
  name: "admin.reinstate_provider",
  input: ProviderTarget,
  access: instanceAdministrators,
  locks: async ({ tx, input: { providerId } }) => [
    team(providerId),
    ...(await clientsOf(tx, providerId)).map((id) => organization(id)),
  ],
  async run({ tx, input: { providerId }, now }) {
    const { name, state } = await theProvider(tx, providerId);
    if (state === "enabled") return doneUnrecorded({ clients: 0 }, "it is so already");
    await tx
      .update(providers)
      .set({ state: "enabled", suspendedAt: null, suspensionReason: null, revisedAt: now })
      .where(eq(providers.id, providerId));
    const reinstated = await tx
      .update(organizations)
      .set({ state: "enabled", suspendedWithProvider: false, revisedAt: now })
      .where(and(eq(organizations.providerId, providerId), eq(organizations.suspendedWithProvider, true)))
      .returning({ id: organizations.id });
    const link = pageLink(`/providers/${providerId}/clients`);
    await tellAdmins(tx, providerId, { kind: "provider.reinstated", link, providerName: name }, now);
    await advanceOrganizations(
      tx,
      reinstated.map(({ id }) => id),
    );
    await advanceProvider(tx, providerId);
    const details = { count: reinstated.length };
    return done({ clients: reinstated.length }, { type: "provider.reinstated", providerId, details });
  },
});
