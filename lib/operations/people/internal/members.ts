import "server-only";
import { and, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { organizationMembers } from "@/db/schema/organization-members";
import type { providerMembers } from "@/db/schema/provider-members";
import { users } from "@/db/schema/users";
import type { UserId } from "@/lib/domain/ids";
import type { InvitationOutcome } from "@/lib/domain/invitations";
import { NotFound } from "@/lib/operations/errors";
import { account, type Lock } from "@/lib/operations/locks";
import type { Recipient } from "@/lib/operations/mail/internal/queue-mail";

/** The table of a provider's team, or that of the members of organizations. */
export type Members = typeof providerMembers | typeof organizationMembers;

/** Members of one tenant: their table, and what picks them there. */
export type Picked = { of: Members; which: SQL | undefined };

/** Those of `emails` that stand in the tenant already: as an invitation, or as a member's account. */
export async function knownAddresses(
  tx: Tx,
  { of, which }: Picked,
  emails: string[],
): Promise<Map<string, InvitationOutcome>> {
  const found = await tx
    .select({ invited: of.email, account: users.email, status: sql<string>`${of.status}` })
    .from(of)
    .leftJoin(users, eq(users.id, of.userId))
    .where(and(which, or(inArray(of.email, emails), inArray(users.email, emails))));
  return new Map(
    found.map(({ invited, account, status }) => [
      account ?? invited ?? "",
      status === "revoked" ? "already_revoked" : account ? "already_a_member" : "already_invited",
    ]),
  );
}

/** The accounts of members whose own data changes with the act, to be locked in one order. */
export const accountsBehind = async (tx: Tx, picked: Picked): Promise<Lock[]> =>
  (await usersBehind(tx, picked)).map(account);

/** The people who have these rows: nobody is behind an invitation. */
export async function usersBehind(tx: Tx, { of, which }: Picked): Promise<UserId[]> {
  const found = await tx.select({ userId: of.userId }).from(of).where(which);
  return found.flatMap(({ userId }) => userId ?? []);
}

/** Those among them who stand so, as recipients of a letter. */
const recipientsAmong =
  (status: "confirmed" | "accepted") =>
  (tx: Tx, { of, which }: Picked): Promise<Recipient[]> =>
    tx
      .select({ email: users.email, locale: users.locale })
      .from(of)
      .innerJoin(users, eq(users.id, of.userId))
      .where(and(which, eq(of.status, status)));

export const confirmedAmong = recipientsAmong("confirmed");

/** Those who wait to be confirmed. */
export const acceptedAmong = recipientsAmong("accepted");

/** What an act on members looks at in each row; the account is joined to it by `userId`. */
export const lockedColumns = <Table extends Members>(of: Table) => ({
  id: of.id as Table["id"],
  userId: of.userId,
  invitedEmail: of.email,
  role: of.role as Table["role"],
  status: of.status as Table["status"],
  account: { email: users.email, locale: users.locale, publicKey: users.publicKey },
});

type Addressed = { invitedEmail: string | null; account: { email: string } | null };

/** The rows, each with the address that it is known by: the account's, else the invitation's. */
export const withShownEmail = <Row extends Addressed>(rows: readonly Row[]) =>
  rows.map((row) => ({ ...row, shownEmail: row.account?.email ?? row.invitedEmail ?? "" }));

/** @throws {NotFound} where there is none: another tenant's member answers like one that does not exist. */
export function theOnly<Row>([row]: readonly Row[]): Row {
  if (!row) throw new NotFound();
  return row;
}
