import "server-only";
import { and, asc, eq, inArray, isNull, lte, or, sql } from "drizzle-orm";
import type { Database, Tx } from "@/db/client";
import { outbox } from "@/db/schema/outbox";
import { type Letter, NotSent, type Transport } from "@/lib/mail/letter";
import { renderMail } from "@/lib/mail/render-mail";
import { nextAttempt } from "@/lib/mail/retry";
import { openMail } from "@/lib/operations/mail/sealed-mail";

/** Mails taken at a time. Each may take twenty seconds, and all must be over before the lease is. */
const batch = 5;
const leaseMs = 5 * 60 * 1000;

type Taken = typeof outbox.$inferSelect;

/**
 * Delivers mails that are due, at most five, and says how many it took: none means that nothing is due.
 *
 * They are taken in a short transaction, past the rows that another worker is taking, and sent outside of
 * it under a lease. A worker that dies leaves them to be taken again once the lease is over; the key that
 * goes along keeps the second attempt from becoming a second mail. A worker that stops lets the mail under way
 * arrive, and gives the others back.
 */
export async function deliverDue(
  db: Database | Tx,
  now: Date,
  transport: Transport,
  goesOn: () => boolean = () => true,
): Promise<number> {
  const taken = await db.transaction((tx) => take(tx, now));
  for (const mail of taken)
    await (goesOn() ? deliver(db, mail, now, transport) : finish(db, mail, { attempts: mail.attempts - 1 }));
  return taken.length;
}

async function take(tx: Tx, now: Date): Promise<Taken[]> {
  const due = await tx
    .select({ id: outbox.id })
    .from(outbox)
    .where(
      and(
        isNull(outbox.sentAt),
        isNull(outbox.failedAt),
        lte(outbox.runAt, now),
        or(isNull(outbox.lockedUntil), lte(outbox.lockedUntil, now)),
      ),
    )
    .orderBy(asc(outbox.runAt), asc(outbox.id))
    .limit(batch)
    .for("update", { skipLocked: true });
  if (due.length === 0) return [];
  const ids = due.map(({ id }) => id);
  return tx
    .update(outbox)
    .set({ lockedUntil: new Date(Number(now) + leaseMs), attempts: sql`${outbox.attempts} + 1` })
    .where(inArray(outbox.id, ids))
    .returning();
}

async function deliver(db: Database | Tx, taken: Taken, now: Date, transport: Transport): Promise<void> {
  const failure = await attempt(taken, transport);
  if (!failure) return finish(db, taken, { sentAt: new Date(), payload: null, lastError: null });

  const again = nextAttempt(taken, now, Math.random(), failure.retryAfterSeconds);
  const lastError = failure.reason;
  await finish(db, taken, again ? { runAt: again, lastError } : { failedAt: now, payload: null, lastError });
}

/** Null when the letter is on its way. Whatever else happens is worth another attempt. */
async function attempt(taken: Taken, transport: Transport): Promise<NotSent | null> {
  try {
    await transport(await letterOf(taken));
    return null;
  } catch (error) {
    return error instanceof NotSent ? error : new NotSent(kindOf(error));
  }
}

async function letterOf({ id, kind, recipient, payload, createdAt }: Taken): Promise<Letter> {
  if (!payload) throw new NotSent("payload missing");
  const { mail, locale } = openMail({ id, recipient }, payload);
  const link = "link" in mail ? mail.link : null;
  return { key: `${kind}/${id}`, to: recipient, link, createdAt, ...(await renderMail(mail, locale)) };
}

/** Gives the row back, unless the lease ran out and somebody else has it by now. */
async function finish(
  db: Database | Tx,
  { id, lockedUntil }: Taken,
  outcome: Partial<typeof outbox.$inferInsert>,
): Promise<void> {
  if (!lockedUntil) return;
  await db
    .update(outbox)
    .set({ ...outcome, lockedUntil: null })
    .where(and(eq(outbox.id, id), eq(outbox.lockedUntil, lockedUntil)));
}

/** Only the kind of an error: its message may quote the letter. */
function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  return "code" in error ? `${error.name} ${error.code}` : error.name;
}
