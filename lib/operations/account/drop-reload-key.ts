import "server-only";
import { z } from "zod";
import { sessions } from "@/db/schema/sessions";
import { signedIn } from "@/lib/operations/account/access";
import { ownSession } from "@/lib/operations/account/internal/own-session";
import { defineCommand } from "@/lib/operations/command";
import { doneUnrecorded } from "@/lib/operations/outcome";

/** Destroys the reload key. What the browser has kept for a reload cannot be opened any more. */
export const dropReloadKey = defineCommand({
  name: "account.drop_reload_key",
  input: z.object({}),
  access: signedIn,
  worksWithTemporaryPassword: true,
  async run({ tx, actor }) {
    await tx.update(sessions).set({ reloadKey: null }).where(ownSession(actor).isOwn);
    return doneUnrecorded(null, "locking is the browser's act");
  },
});
