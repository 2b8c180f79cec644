import "server-only";
import { eq, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { ciphers } from "@/db/schema/ciphers";
import { folders } from "@/db/schema/folders";
import { itemMarks } from "@/db/schema/item-marks";
import { knownKeys } from "@/db/schema/known-keys";
import { organizationMembers } from "@/db/schema/organization-members";
import { passkeys } from "@/db/schema/passkeys";
import type { RotationId, UserId } from "@/lib/domain/ids";
import { type AccountKind, accountKinds } from "@/lib/domain/rotation/kinds";
import { deleteLost, itemAnew } from "@/lib/operations/rotation/internal/lost-items";
import { rowsOfAccount } from "@/lib/operations/rotation/internal/rows";
import { isLost, stagedNow } from "@/lib/operations/rotation/internal/staged-rows";
import { switchAtOnce } from "@/lib/operations/rotation/internal/switch-at-once";
import { attachmentsAnew, uploadsGivenUp } from "@/lib/operations/rotation/internal/switch-attachments";

/** Puts the staged rows of an account in the place of those that they were made from, where these are as they were. */
export async function switchAccount(
  tx: Tx,
  userId: UserId,
  rotationId: RotationId,
  revisedAt: Date,
): Promise<void> {
  const kinds = rowsOfAccount(userId);
  const staged = (kind: AccountKind): SQL => sql`${stagedNow(rotationId, kinds, kind)} where true`;
  const sealed = (name: string) => sql`staged.sealed ->> ${name}::text`;
  const at = sql`${revisedAt.toISOString()}::timestamptz`;
  // No kind can be left out: what stayed under the former key would open to nobody.
  const switched: Record<AccountKind, SQL[]> = {
    item: [
      // While the items are still those that the rows were made from.
      attachmentsAnew(stagedNow(rotationId, kinds, "item")),
      uploadsGivenUp(stagedNow(rotationId, kinds, "item")),
      sql`update ${ciphers} as it set ${itemAnew({ revisedAt: at, now: at })}
      from ${staged("item")} and it.id = staged.row_id::uuid and it.user_id = ${userId}`,
    ],
    folder: [
      sql`update ${itemMarks} as it set folder_id = null
        from ${staged("folder")} and it.user_id = ${userId} and it.folder_id = staged.row_id::uuid and ${isLost}`,
      sql`delete from ${folders} as it using ${staged("folder")}
        and it.id = staged.row_id::uuid and it.user_id = ${userId} and ${isLost}`,
      sql`update ${folders} as it set name = ${sealed("name")}, revised_at = ${at}
        from ${staged("folder")} and it.id = staged.row_id::uuid and it.user_id = ${userId}`,
    ],
    known_key: [
      sql`delete from ${knownKeys} as it using ${staged("known_key")}
        and it.subject = staged.row_id and it.user_id = ${userId} and ${sealed("record")} is null`,
      sql`update ${knownKeys} as it set record = ${sealed("record")}
        from ${staged("known_key")} and it.subject = staged.row_id and it.user_id = ${userId}`,
    ],
    enrolment: [
      sql`update ${organizationMembers} as it set user_key_for_organization = ${sealed("userKeyForOrganization")}
        from ${staged("enrolment")} and it.id = staged.row_id::uuid and it.user_id = ${userId}`,
    ],
  };
  await deleteLost(tx, staged("item"), sql`it.user_id = ${userId}`);
  for (const statement of accountKinds.flatMap((kind) => switched[kind])) await switchAtOnce(tx, statement);
  // What a passkey evaluates is known to nobody here, so the next key cannot be sealed under it.
  await tx.update(passkeys).set({ userKeyForPasskey: null }).where(eq(passkeys.userId, userId));
}
