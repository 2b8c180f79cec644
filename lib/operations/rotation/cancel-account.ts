import "server-only";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { rotations } from "@/db/schema/rotations";
import { personOf, signedIn } from "@/lib/operations/account/access";
import { defineCommand } from "@/lib/operations/command";
import { doneUnrecorded } from "@/lib/operations/outcome";

/** Gives up the rotation of one's own user key. What was staged goes; nothing else had changed. */
export const cancelAccountRotation = defineCommand({
  name: "rotation.cancel_account",
  input: z.object({}),
  access: signedIn,
  async run({ tx, actor }) {
    await tx.delete(rotations).where(eq(rotations.userId, personOf(actor)));
    return doneUnrecorded(null, "nothing had changed");
  },
});
