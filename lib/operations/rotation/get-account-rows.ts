import "server-only";
import { and, eq } from "drizzle-orm";
import { rotations } from "@/db/schema/rotations";
import { NextAccountRows } from "@/lib/domain/rotation/inputs";
import { personOf, signedInNaming } from "@/lib/operations/account/access";
import { NotFound, Refused } from "@/lib/operations/errors";
import { defineQuery } from "@/lib/operations/query";
import { rowsOfAccount } from "@/lib/operations/rotation/internal/rows";
import { countRows, nextRows } from "@/lib/operations/rotation/internal/staged-rows";

/**
 * What of somebody's own account is left to be sealed anew: the next rows, all of one kind, and if asked how many
 * there are.
 *
 * @throws {Refused} `rotation_outdated`
 */
export const getAccountRotationRows = defineQuery({
  name: "rotation.get_account_rows",
  input: NextAccountRows,
  access: signedInNaming("the rotation has to be the account's own"),
  async read({ tx, actor, input: { rotationId, counted, last } }) {
    const userId = personOf(actor);
    const own = and(eq(rotations.id, rotationId), eq(rotations.userId, userId));
    const [rotation] = await tx.select({ isOutdated: rotations.isOutdated }).from(rotations).where(own);
    if (!rotation) throw new NotFound();
    if (rotation.isOutdated) throw new Refused("rotation_outdated");
    const kinds = rowsOfAccount(userId);
    return {
      counts: counted ? await countRows(tx, rotationId, kinds) : null,
      ...(await nextRows(tx, rotationId, kinds, last)),
    };
  },
});
