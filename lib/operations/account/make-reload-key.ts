import "server-only";
import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { sessions } from "@/db/schema/sessions";
import { signedIn } from "@/lib/operations/account/access";
import { ownSession } from "@/lib/operations/account/internal/own-session";
import { defineCommand } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { doneUnrecorded } from "@/lib/operations/outcome";

const bytes = 64;

/**
 * Makes the key under which this browser seals its user key for the next reload, or answers the one that
 * exists, because all tabs of a session share it. The server cannot open anything with it, because it never
 * gets what the browser seals.
 */
export const makeReloadKey = defineCommand({
  name: "account.make_reload_key",
  input: z.object({}),
  access: signedIn,
  worksWithTemporaryPassword: true,
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
