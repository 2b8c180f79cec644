import "server-only";
import { randomBytes } from "node:crypto";
import { and, eq, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { sessions } from "@/db/schema/sessions";
import type { Actor } from "@/lib/domain/actor";
import { personOf, sessionOf, signedIn } from "@/lib/operations/account/access";
import { defineCommand } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { doneUnrecorded } from "@/lib/operations/outcome";
import { defineQuery } from "@/lib/operations/query";

const bytes = 64;

/** The session that asks, which alone is given its key, and only while it has not ended. */
function ownSession(actor: Actor) {
  const userId = personOf(actor);
  const sessionId = sessionOf(actor);
  const isOwn = and(eq(sessions.id, sessionId), eq(sessions.userId, userId), isNull(sessions.endedAt));
  return { userId, sessionId, isOwn };
}

/**
 * Makes the key under which this browser seals its user key for the next reload, or answers the one that is
 * there: all tabs of a session share it. It opens nothing by itself, as what it opens never comes here.
 */
export const makeReloadKey = defineCommand({
  name: "account.make_reload_key",
  input: z.object({}),
  access: signedIn,
  async run({ tx, actor }) {
    const { userId, sessionId, isOwn } = ownSession(actor);
    const made = randomBytes(bytes).toString("base64");
    const [row] = await tx
      .update(sessions)
      .set({ reloadKey: sql`coalesce(${sessions.reloadKey}, ${made})` })
      .where(isOwn)
      .returning({ reloadKey: sessions.reloadKey });
    if (!row?.reloadKey) throw new NotFound();
    const { reloadKey } = row;
    return doneUnrecorded({ userId, sessionId, reloadKey }, "a reload is not an act");
  },
});

/** Whose session this is, and its reload key; null when nothing is kept. */
export const getReloadKey = defineQuery({
  name: "account.get_reload_key",
  input: z.object({}),
  access: signedIn,
  async read({ tx, actor }) {
    const { userId, sessionId, isOwn } = ownSession(actor);
    const [row] = await tx.select({ reloadKey: sessions.reloadKey }).from(sessions).where(isOwn);
    return { userId, sessionId, reloadKey: row?.reloadKey ?? null };
  },
});

/** Destroys the reload key: whatever the browser still holds of it opens nothing from now on. */
export const dropReloadKey = defineCommand({
  name: "account.drop_reload_key",
  input: z.object({}),
  access: signedIn,
  async run({ tx, actor }) {
    await tx.update(sessions).set({ reloadKey: null }).where(ownSession(actor).isOwn);
    return doneUnrecorded(null, "locking is the browser's act");
  },
});
