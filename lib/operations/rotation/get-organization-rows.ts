import "server-only";
import { and, eq } from "drizzle-orm";
import { rotations } from "@/db/schema/rotations";
import type { UserId } from "@/lib/domain/ids";
import { NextOrganizationRows } from "@/lib/domain/rotation/inputs";
import { personOf } from "@/lib/operations/account/access";
import { NotFound, Refused } from "@/lib/operations/errors";
import { knownAccounts } from "@/lib/operations/key/internal/known-keys";
import { inOrganization } from "@/lib/operations/organization/access";
import { defineQuery } from "@/lib/operations/query";
import { rowsOfOrganization } from "@/lib/operations/rotation/internal/rows";
import { countRows, nextRows } from "@/lib/operations/rotation/internal/staged-rows";
import { membersWithoutKey } from "@/lib/operations/rotation/internal/without-key";

/**
 * What is left to be sealed anew: the next rows, all of one kind, that are not staged as they are now, and if asked
 * how many there are altogether. Rows that were changed since they were staged come again.
 *
 * @throws {Refused} `rotation_outdated`
 */
export const getOrganizationRotationRows = defineQuery({
  name: "rotation.get_organization_rows",
  input: NextOrganizationRows,
  access: inOrganization.rotate_key,
  async read({ tx, actor, input }) {
    const { organizationId, rotationId, counted } = input;
    const begunBy = personOf(actor);
    const [rotation] = await tx
      .select({ forProvider: rotations.forProvider, isOutdated: rotations.isOutdated })
      .from(rotations)
      .where(
        and(
          eq(rotations.id, rotationId),
          eq(rotations.organizationId, organizationId),
          eq(rotations.begunBy, begunBy),
        ),
      );
    if (!rotation) throw new NotFound();
    if (rotation.isOutdated) throw new Refused("rotation_outdated");
    const kinds = rowsOfOrganization({ organizationId, ...rotation });
    const { next, last } = await nextRows(tx, rotationId, kinds, input.last);
    const people = (next?.rows ?? []).flatMap(({ userId }) => (userId ? [userId as UserId] : []));
    return {
      counts: counted ? await countRows(tx, rotationId, kinds) : null,
      next,
      last,
      ...(await knownAccounts(tx, begunBy, people)),
      /** Named before the switch: those who will have to be confirmed again. */
      withoutKey: next
        ? []
        : (await membersWithoutKey(tx, organizationId, rotationId)).map(({ userId, name, email }) => ({
            userId,
            name,
            email,
          })),
    };
  },
});
