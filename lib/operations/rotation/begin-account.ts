import "server-only";
import { eq } from "drizzle-orm";
import { rotations } from "@/db/schema/rotations";
import { BeginAccountRotation } from "@/lib/domain/rotation/inputs";
import { personOf, signedInNaming } from "@/lib/operations/account/access";
import { defineCommand } from "@/lib/operations/command";
import { ownAccount } from "@/lib/operations/locks";
import { doneUnrecorded } from "@/lib/operations/outcome";

/** Keeps the next user key of somebody's own account, sealed by their browser. It takes the place of one begun before. */
export const beginAccountRotation = defineCommand({
  name: "rotation.begin_account",
  input: BeginAccountRotation,
  access: signedInNaming("the rotation has to be the account's own"),
  locks: ({ actor }) => ownAccount(actor),
  async run({ tx, actor, input: { rotationId: id, ...next }, now }) {
    const userId = personOf(actor);
    await tx.delete(rotations).where(eq(rotations.userId, userId));
    await tx
      .insert(rotations)
      .values({ ...next, id, userId, begunBy: userId, begunAt: now, lastStagedAt: now });
    return doneUnrecorded({ rotationId: id }, "nothing has changed yet: the switch is what is recorded");
  },
});
