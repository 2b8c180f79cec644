import "server-only";
import { or } from "drizzle-orm";
import { z } from "zod";
import { instanceAdministrators } from "@/lib/operations/account/access";
import { defineCommand } from "@/lib/operations/command";
import { doneEach } from "@/lib/operations/outcome";
import { endVisits } from "@/lib/operations/visit/internal/end-visits";
import { hasLostItsSession, hasRunOut } from "@/lib/operations/visit/internal/visit-end";

/** Visits that one act ends at most, so that nobody waits long for it. */
const endedAtOnce = 500;

/**
 * Ends visits that have run out, or whose session has ended or expired, so that the logs say it. Such a visit
 * opens nothing already.
 */
export const endStaleVisits = defineCommand({
  name: "organization.end_stale_visits",
  input: z.object({}),
  access: instanceAdministrators,
  async run({ tx, now }) {
    const events = await endVisits(tx, or(hasRunOut(now), hasLostItsSession(now)), now, endedAtOnce);
    // Each end stands in two logs.
    const count = events.length / 2;
    return doneEach({ count, isMoreLikely: count === endedAtOnce }, events, (event) => event);
  },
});
