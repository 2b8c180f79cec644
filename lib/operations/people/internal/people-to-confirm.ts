import "server-only";
import { and, asc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { users } from "@/db/schema/users";
import type { UserId } from "@/lib/domain/ids";
import type { PersonToConfirm } from "@/lib/domain/person-to-confirm";
import { selectedAtOnce } from "@/lib/domain/selection";
import { rememberedOf } from "@/lib/operations/key/internal/known-keys";
import type { Members, Picked } from "@/lib/operations/people/internal/members";

/**
 * Those of the picked members who have accepted, with the public keys to compare and to seal for, and what the
 * asking account remembers of them: as many as are confirmed at once, longest waiting first.
 */
export const peopleToConfirm = <Table extends Members>(
  tx: Tx,
  asking: UserId,
  { of, which }: Picked & { of: Table },
): Promise<PersonToConfirm<Table["$inferSelect"]["id"]>[]> =>
  tx
    .select({
      memberId: of.id,
      userId: users.id,
      name: users.name,
      email: users.email,
      role: of.role,
      revisedAt: of.revisedAt,
      publicKey: users.publicKey,
      ...rememberedOf(asking, users.id),
    })
    .from(of as Members)
    .innerJoin(users, eq(users.id, of.userId))
    .where(and(which, eq(of.status, "accepted")))
    .orderBy(asc(of.acceptedAt), asc(of.id))
    .limit(selectedAtOnce);
