import "server-only";
import { inArray, sql } from "drizzle-orm";
import { organizations } from "@/db/schema/organizations";
import { changedSeats, isAsConfirmed, plannedSeats } from "@/lib/domain/provider/bulk-seats";
import { planAndSeatsChanged } from "@/lib/operations/client/internal/plan-and-seats-changed";
import type { Work, Worked } from "@/lib/operations/client-job/internal/done-to";
import { Refused } from "@/lib/operations/errors";
import { assignToClients } from "@/lib/operations/provider/internal/assign-to-clients";
import { lockPlans } from "@/lib/operations/provider/internal/lock-plans";

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
  const { purchases } = by;
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
  const asked = { providerId, plans: locked, by: by.userId, reason: "seats_changed" } as const;
  const assignments = changed.map((row) => ({ ...row, organizationId: row.client.id }));
  await assignToClients(tx, asked, assignments, now);

  return {
    rows: rows.map(({ client, from, to, refusal, values }) => ({
      organizationId: client.id,
      refusal,
      result: refusal ? { values } : { from, to },
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
