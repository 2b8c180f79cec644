import "server-only";
import { inArray, sql } from "drizzle-orm";
import { organizations } from "@/db/schema/organizations";
import { changedSeats, isAsConfirmed, plannedSeats } from "@/lib/domain/provider/bulk-seats";
import { permissionsOfProviderRole } from "@/lib/domain/provider/permissions";
import { planAndSeatsChanged } from "@/lib/operations/client/internal/plan-and-seats-changed";
import type { Work, Worked } from "@/lib/operations/client-job/internal/done-to";
import { Refused } from "@/lib/operations/errors";
import { enterSeats } from "@/lib/operations/provider/internal/enter-seats";
import { assignSeats, lockPlans } from "@/lib/operations/provider/internal/lock-plans";

/**
 * Changes the seats of clients, each as it is judged after those before it.
 *
 * @throws {Refused} `seats_changed` when it would not come to what was confirmed on the screen.
 */
export async function changeSeats({
  tx,
  providerId,
  work,
  confirmed,
  by,
  now,
  ...given
}: Work<"seats">): Promise<Worked> {
  const locked = await lockPlans(tx, providerId);
  const totals = [...locked].map(([plan, seats]) => ({ ...seats, plan }));
  const purchases = permissionsOfProviderRole[by.role].includes("purchase_seats");
  const planned = plannedSeats({ clients: given.clients, totals, change: work.change, purchases });
  if (!isAsConfirmed(confirmed, planned)) throw new Refused("seats_changed");

  const clients = new Map<string, Work<"seats">["clients"][number]>(
    given.clients.map((client) => [client.id, client]),
  );
  const rows = planned.rows.flatMap((row) => {
    const client = clients.get(row.id);
    return client ? [{ ...row, client }] : [];
  });
  const changed = changedSeats(rows);
  if (changed.length > 0) {
    const seats = sql.join(
      changed.map(({ id, to }) => sql`when ${id}::uuid then ${to}::integer`),
      sql` `,
    );
    await tx
      .update(organizations)
      .set({ seats: sql`case ${organizations.id} ${seats} end`, revisedAt: now })
      .where(
        inArray(
          organizations.id,
          changed.map(({ client }) => client.id),
        ),
      );
  }
  for (const { plan, change } of planned.plans) {
    const seats = locked.get(plan);
    if (seats) await assignSeats(tx, seats, change, now);
  }
  const entries = changed.map(({ client, plan, from, to }) => ({
    providerId,
    organizationId: client.id,
    plan,
    before: from,
    after: to,
  }));
  await enterSeats(tx, by.userId, "seats_changed", entries, now);

  return {
    rows: rows.map(({ client, from, to, refusal }) => ({
      organizationId: client.id,
      refusal,
      result: refusal ? null : { from, to },
    })),
    events: changed.flatMap(({ client, plan, to }) =>
      planAndSeatsChanged(
        { providerId, organizationId: client.id, providerOrganizationId: client.providerOrganizationId },
        client,
        { plan, seats: to },
      ),
    ),
  };
}
