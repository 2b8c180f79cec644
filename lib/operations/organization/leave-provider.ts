import "server-only";
import { eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizations } from "@/db/schema/organizations";
import type { OrganizationId, UserId } from "@/lib/domain/ids";
import { OrganizationTarget } from "@/lib/domain/organization/inputs";
import { mayLeaveProvider } from "@/lib/domain/provider/linking";
import { personOf } from "@/lib/operations/account/access";
import { assertAllowed, defineCommand } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { hasAccountJoinedTeam } from "@/lib/operations/is-in-team";
import { organization } from "@/lib/operations/locks";
import { mailThrottle } from "@/lib/operations/mail/internal/mail-limits";
import { inOrganization, placeOf } from "@/lib/operations/organization/access";
import { asClient } from "@/lib/operations/organization/internal/both-logs";
import { endTie, locksOfTie } from "@/lib/operations/organization/internal/end-tie";
import { doneEach } from "@/lib/operations/outcome";
import { recentlyProven } from "@/lib/operations/recently-proven";

/** An owner ends the relation with the provider, at any time and without asking it. */
export const leaveProvider = defineCommand({
  name: "organization.leave_provider",
  input: OrganizationTarget,
  access: recentlyProven(inOrganization.choose_provider),
  throttle: ({ actor }) => mailThrottle(actor),
  async locks({ tx, input: { organizationId } }) {
    const client = await asClient(tx, organizationId);
    return client ? locksOfTie(tx, { ...client, organizationId }) : [organization(organizationId)];
  },
  async run({ tx, actor, input: { organizationId }, standing, now }) {
    const client = await asClient(tx, organizationId);
    if (!client) throw new NotFound();
    const by = personOf(actor);
    const isOfTeam = await hasJoined(tx, organizationId, by);
    assertAllowed(mayLeaveProvider(placeOf(standing.standing), isOfTeam));
    const events = await endTie(tx, { ...client, organizationId, byProvider: false }, by, now);
    return doneEach({ organizationId }, events, (event) => event);
  },
});

async function hasJoined(tx: Tx, organizationId: OrganizationId, userId: UserId): Promise<boolean> {
  const [row] = await tx
    .select({ isOfTeam: hasAccountJoinedTeam(organizations.providerId, sql`${userId}::uuid`) })
    .from(organizations)
    .where(eq(organizations.id, organizationId));
  return row?.isOfTeam === true;
}
