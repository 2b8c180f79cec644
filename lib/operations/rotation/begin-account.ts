import "server-only";
import { and, eq } from "drizzle-orm";
import { rotations } from "@/db/schema/rotations";
import { userKeySuccessions } from "@/db/schema/user-keys";
import { BeginAccountRotation } from "@/lib/domain/rotation/inputs";
import { personOf, signedInNaming } from "@/lib/operations/account/access";
import { defineCommand } from "@/lib/operations/command";
import { Refused } from "@/lib/operations/errors";
import { ownAccount } from "@/lib/operations/locks";
import { doneUnrecorded } from "@/lib/operations/outcome";

/**
 * Keeps the next user key of somebody's own account, sealed by their browser. It takes the place of one begun before.
 *
 * @throws {Refused} `key_id_taken` for the id of a rotation that is over.
 */
export const beginAccountRotation = defineCommand({
  name: "rotation.begin_account",
  input: BeginAccountRotation,
  access: signedInNaming("the rotation has to be the account's own"),
  locks: ({ actor }) => ownAccount(actor),
  async run({ tx, actor, input: { rotationId: id, succession, ...next }, now }) {
    const userId = personOf(actor);
    const isTaken = await tx.$count(
      userKeySuccessions,
      and(eq(userKeySuccessions.userId, userId), eq(userKeySuccessions.rotationId, id)),
    );
    if (isTaken > 0) throw new Refused("key_id_taken");
    await tx.delete(rotations).where(eq(rotations.userId, userId));
    await tx
      .insert(rotations)
      .values({ ...next, ...succession, id, userId, begunBy: userId, begunAt: now, lastStagedAt: now });
    return doneUnrecorded({ rotationId: id }, "nothing has changed yet: the switch is what is recorded");
  },
});
