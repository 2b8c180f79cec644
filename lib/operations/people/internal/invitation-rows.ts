import "server-only";
import type { Tx } from "@/db/client";
import type { InvitationOutcome, InvitedRow } from "@/lib/domain/invitations";
import { withRoom } from "@/lib/operations/mail/internal/mail-limits";

/**
 * What becomes of each address of an invitation: what is `known` of it already, else a letter, which is counted here,
 * unless its mailbox has had as many as one gets.
 */
export async function invitationRows(
  tx: Tx,
  emails: readonly string[],
  known: ReadonlyMap<string, InvitationOutcome>,
  now: Date,
): Promise<InvitedRow[]> {
  const fresh = emails.filter((email) => !known.has(email));
  const room = new Set(await withRoom(tx, fresh, now));
  return emails.map((email) => ({
    email,
    outcome: known.get(email) ?? (room.has(email) ? "invited" : "too_many_letters"),
  }));
}
