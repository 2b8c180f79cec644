import "server-only";
import { or } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import type { AuditEvent } from "@/lib/domain/events";
import { instanceAdministrators } from "@/lib/operations/account/access";
import { defineCommand } from "@/lib/operations/command";
import { endVisits } from "@/lib/operations/organization/end-visits";
import { hasLostItsSession, hasRunOut } from "@/lib/operations/organization/visit-end";
import { doneEach } from "@/lib/operations/outcome";

/**
 * Ends every visit that has run out, or whose session has ended or expired.
 *
 * @returns the events that say so.
 */
export const endStaleVisits = (tx: Tx, now: Date): Promise<AuditEvent[]> =>
  endVisits(tx, or(hasRunOut(now), hasLostItsSession(now)), now);

/** Writes the ends of visits that nobody has ended. Such a visit serves nothing already; the logs are to say so. */
export const endStaleVisitsCommand = defineCommand({
  name: "organization.end_stale_visits",
  input: z.object({}),
  access: instanceAdministrators,
  async run({ tx, now }) {
    const events = await endStaleVisits(tx, now);
    return doneEach(null, events, (event) => event);
  },
});
