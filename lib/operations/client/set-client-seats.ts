import "server-only";
import { eq } from "drizzle-orm";
import { organizations } from "@/db/schema/organizations";
import { SetClientSeats } from "@/lib/domain/provider/inputs";
import { mayChangeSeats, maySetSeats, mayTakeNumbers, numbersOfChange } from "@/lib/domain/provider/seats";
import { personOf } from "@/lib/operations/account/access";
import { lockClient } from "@/lib/operations/client/internal/lock-client";
import { assertAllowed, defineCommand } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { organization, seatsOf } from "@/lib/operations/locks";
import { done, doneUnrecorded } from "@/lib/operations/outcome";
import { inProvider, placeOf } from "@/lib/operations/provider/access";
import { enterSeats } from "@/lib/operations/provider/internal/enter-seats";
import { assignSeats, lockPlans } from "@/lib/operations/provider/internal/lock-plans";

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
    assertAllowed(maySetSeats(seats, client.usedSeats));
    const change = seats - client.seats;
    if (change === 0) return doneUnrecorded({ organizationId, seats }, "it had that many already");
    assertAllowed(mayChangeSeats(placeOf(standing).role, plan, change));
    if (shown) assertAllowed(mayTakeNumbers(shown, numbersOfChange(client.plan, client.seats, seats, plan)));

    await tx.update(organizations).set({ seats, revisedAt: now }).where(eq(organizations.id, organizationId));
    await assignSeats(tx, plan, change, now);
    const changed = { providerId, organizationId, plan: client.plan, before: client.seats, after: seats };
    await enterSeats(tx, personOf(actor), "seats_changed", [changed], now);
    return done(
      { organizationId, seats },
      {
        type: "organization.seats_changed",
        providerId,
        organizationId,
        details: { from: client.seats, to: seats },
      },
      {
        type: "client.seats_changed",
        providerId,
        providerOrganizationId: client.providerOrganizationId,
        details: { name: client.name, from: client.seats, to: seats },
      },
    );
  },
});
