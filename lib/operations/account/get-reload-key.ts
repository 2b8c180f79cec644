import "server-only";
import { z } from "zod";
import { sessions } from "@/db/schema/sessions";
import { signedIn } from "@/lib/operations/account/access";
import { ownSession } from "@/lib/operations/account/internal/own-session";
import { defineQuery } from "@/lib/operations/query";

/** Whose session this is, and its reload key; null when nothing is kept. */
export const getReloadKey = defineQuery({
  name: "account.get_reload_key",
  input: z.object({}),
  access: signedIn,
  worksWithTemporaryPassword: true,
  async read({ tx, actor }) {
    const { userId, sessionId, isOwn } = ownSession(actor);
    const [row] = await tx.select({ reloadKey: sessions.reloadKey }).from(sessions).where(isOwn);
    return { userId, sessionId, reloadKey: row?.reloadKey ?? null };
  },
});
