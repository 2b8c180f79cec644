import "server-only";
import { eq } from "drizzle-orm";
import { organizations } from "@/db/schema/organizations";
import { SetClientSeats } from "@/lib/domain/provider/inputs";
import { mayGiveSeats, purchasesSeats } from "@/lib/domain/provider/seats";
import { personOf } from "@/lib/operations/account/access";
import { lockClient } from "@/lib/operations/client/internal/lock-client";
import { planAndSeatsChanged } from "@/lib/operations/client/internal/plan-and-seats-changed";
import { assertAllowed, defineCommand } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { organization, seatsOf } from "@/lib/operations/locks";
import { doneEach, doneUnrecorded } from "@/lib/operations/outcome";
import { inProvider, placeOf } from "@/lib/operations/provider/access";
import { assignToClients } from "@/lib/operations/provider/internal/assign-to-clients";
import { lockPlans } from "@/lib/operations/provider/internal/lock-plans";

/**
 * Assigns a client more or fewer seats, but never fewer than it uses. A service user may assign seats of the
 * minimum, but not purchase more. As in every change of seats, the plans are locked before the client.
 *
 * @throws {Refused} `seats_changed` when it would not come to what was confirmed on the screen.
 */
export const setClientSeats = defineCommand({
  name: "client.set_seats",
  input: SetClientSeats,
  access: inProvider.administer_clients,
  locks: ({ input: { providerId, organizationId } }) => [seatsOf(providerId), organization(organizationId)],
  async run({ tx, actor, input: { providerId, organizationId, seats, shown }, standing, now }) {
    const plans = await lockPlans(tx, providerId);
    const client = await lockClient(tx, { providerId, organizationId });
    const plan = plans.get(client.plan);
    if (!plan) throw new NotFound();
    if (seats === client.seats) return doneUnrecorded({ organizationId, seats }, "it had that many already");
    const assigned = { organizationId, plan: client.plan, from: client.seats, to: seats };
    const purchases = purchasesSeats(placeOf(standing));
    assertAllowed(mayGiveSeats(assigned, plan, { used: client.usedSeats, purchases, shown }));

    await tx.update(organizations).set({ seats, revisedAt: now }).where(eq(organizations.id, organizationId));
    const asked = { providerId, plans, by: personOf(actor), reason: "seats_changed" } as const;
    await assignToClients(tx, asked, [assigned], now);
    const ids = { providerId, organizationId, providerOrganizationId: client.providerOrganizationId };
    const events = planAndSeatsChanged(ids, client, { plan: client.plan, seats });
    return doneEach({ organizationId, seats }, events, (event) => event);
  },
});
