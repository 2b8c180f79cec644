import "server-only";
import { and, eq } from "drizzle-orm";
import { rotations } from "@/db/schema/rotations";
import { AccountRotationTarget } from "@/lib/domain/rotation/inputs";
import { personOf, signedInNaming } from "@/lib/operations/account/access";
import { NotFound } from "@/lib/operations/errors";
import { defineQuery } from "@/lib/operations/query";
import { countRows, nextRows, rowsOfAccount } from "@/lib/operations/rotation/internal/rows";

/** What of somebody's own account is left to be sealed anew: the next rows, all of one kind, and how many there are. */
export const getAccountRotationRows = defineQuery({
  name: "rotation.get_account_rows",
  input: AccountRotationTarget,
  access: signedInNaming("the rotation has to be the account's own"),
  async read({ tx, actor, input: { rotationId } }) {
    const userId = personOf(actor);
    const own = and(eq(rotations.id, rotationId), eq(rotations.userId, userId));
    if ((await tx.$count(rotations, own)) === 0) throw new NotFound();
    const kinds = rowsOfAccount(userId);
    const counts = await countRows(tx, rotationId, kinds);
    return { ...counts, next: counts.left > 0 ? await nextRows(tx, rotationId, kinds) : null };
  },
});
