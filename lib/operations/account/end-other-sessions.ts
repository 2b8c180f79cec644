import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq, ne, type SQL } from "drizzle-orm";
import { z } from "zod";
import { sessions } from "@/db/schema/sessions";
import { users } from "@/db/schema/users";
import { personOf, sessionOf, signedIn } from "@/lib/operations/account/access";
import { endSessionsOf } from "@/lib/operations/account/internal/end-sessions-of";
import { forgetDevicesBut } from "@/lib/operations/account/internal/remembered-device";
import { defineCommand } from "@/lib/operations/command";
import { ownAccount } from "@/lib/operations/locks";
import { done } from "@/lib/operations/outcome";

/**
 * Ends all other sessions. The account gets a new stamp, and only this session takes it over. A log-in that is
 * under way at the same moment has the old stamp, so its session does not work either.
 */
export const endOtherSessions = defineCommand({
  name: "account.end_other_sessions",
  input: z.object({}),
  access: signedIn,
  locks: ({ actor }) => ownAccount(actor),
  async run({ tx, actor, now }) {
    const userId = personOf(actor);
    const securityStamp = randomUUID();
    await tx.update(users).set({ securityStamp, revisedAt: now }).where(eq(users.id, userId));
    await tx.update(sessions).set({ securityStamp }).where(thisOneOf(actor));
    const { count, events } = await endSessionsOf(tx, userId, othersThan(actor), now);
    await forgetDevicesBut(tx, userId, sessionOf(actor));
    return done({ count }, { type: "user.ended_sessions", userId, details: { count } }, ...events);
  },
});

type Signed = Parameters<typeof sessionOf>[0];

const thisOneOf = (actor: Signed): SQL | undefined =>
  and(eq(sessions.id, sessionOf(actor)), eq(sessions.userId, personOf(actor)));

const othersThan = (actor: Signed): SQL => ne(sessions.id, sessionOf(actor));
