import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { expect } from "vitest";
import type { Tx } from "@/db/client";
import { jobs } from "@/db/schema/jobs";
import { JobId } from "@/lib/domain/ids";
import { runDue } from "@/lib/jobs/run-due";
import { type Letter, NotSent, type Transport } from "@/lib/mail/letter";
import { mailJob } from "@/lib/mail/mail-job";
import { MailPayload } from "@/lib/mail/sealed-mail";
import { queueMail } from "@/lib/operations/mail/internal/queue-mail";
import { test } from "@/test/database";

const now = new Date("2026-11-22T09:00:00Z");
const later = (minutes: number) => new Date(Number(now) + minutes * 60_000);
const brett = { email: "brett.warden@provider.example", locale: "en" as const };
const removed = { kind: "provider.removed" as const, providerName: "My Provider" };
const invited = {
  kind: "organization.invite" as const,
  link: "http://127.0.0.1:3000/invite/secret-of-the-link",
  organizationName: "My Client's Organization",
  expiresAt: "2026-11-27T09:00:00Z",
};

const deliver = (tx: Tx, transport: Transport, at: Date) => runDue(tx, mailJob(transport), { now: () => at });

function aPostOffice() {
  const letters: Letter[] = [];
  const transport = async (letter: Letter) => {
    letters.push(letter);
  };
  return { letters, transport };
}

const refusing = async () => {
  throw new NotSent("rate_limit_exceeded 429");
};

test("a mail that is due is sent once, and its contents are erased", async ({ tx }) => {
  const { letters, transport } = aPostOffice();
  await queueMail(tx, brett, invited, now);
  const [queued] = await tx.select().from(jobs);
  expect(JSON.stringify(queued?.payload)).not.toContain("secret-of-the-link");

  expect(await deliver(tx, transport, now)).toBe(1);
  expect(await deliver(tx, transport, now)).toBe(0);

  expect(letters).toMatchObject([
    {
      key: `organization.invite/${queued?.id}`,
      to: brett.email,
      subject: "Join My Client's Organization",
      link: invited.link,
    },
  ]);
  const [row] = await tx.select().from(jobs);
  expect(row).toMatchObject({ payload: null, attempts: 1, failedAt: null, leaseUntil: null });
  expect(row?.finishedAt).toBeInstanceOf(Date);
});

test("a mail that could not be sent is tried again later under the same key", async ({ tx }) => {
  const { letters, transport } = aPostOffice();
  await queueMail(tx, brett, removed, now);

  await deliver(tx, refusing, now);
  const [row] = await tx.select().from(jobs);
  expect(row).toMatchObject({
    attempts: 1,
    lastError: "rate_limit_exceeded 429",
    finishedAt: null,
    leaseUntil: null,
  });
  expect(await deliver(tx, transport, now)).toBe(0);
  expect(await deliver(tx, transport, later(1))).toBe(1);
  expect(letters[0]?.key).toBe(`provider.removed/${row?.id}`);
});

test("after a day it is given up, and its contents are erased", async ({ tx }) => {
  await queueMail(tx, brett, invited, now);
  await deliver(tx, refusing, later(24 * 60));
  const [row] = await tx.select().from(jobs);
  expect(row?.failedAt).toBeInstanceOf(Date);
  expect(row?.payload).toBeNull();
  expect(await deliver(tx, refusing, later(48 * 60))).toBe(0);
});

test("a mail taken by a worker that died is sent by another once the lease is over", async ({ tx }) => {
  const { letters, transport } = aPostOffice();
  await queueMail(tx, brett, removed, now);
  await tx.update(jobs).set({ leaseUntil: later(5), attempts: 1 });

  expect(await deliver(tx, transport, later(4))).toBe(0);
  expect(await deliver(tx, transport, later(5))).toBe(1);
  expect(letters).toHaveLength(1);
});

test("contents that another secret sealed are an error of that mail alone", async ({ tx }) => {
  const { letters, transport } = aPostOffice();
  await queueMail(tx, brett, removed, now);
  await tx.update(jobs).set({ payload: { mail: removed.kind, recipient: brett.email, sealed: "AAAA" } });
  await queueMail(tx, brett, removed, later(1));

  expect(await deliver(tx, transport, later(1))).toBe(2);
  expect(letters).toHaveLength(1);
});

test("what was sealed for one row and recipient is sent to nobody else", async ({ tx }) => {
  const { letters, transport } = aPostOffice();
  const betty = { email: "betty.warden@provider.example", locale: "en" as const };
  await queueMail(tx, brett, invited, now);
  await queueMail(tx, betty, removed, now);
  const [first, second] = await tx.select().from(jobs).orderBy(sql`payload ->> 'recipient' desc`);
  const [toBrett, toBetty] = [first, second].map((row) => MailPayload.parse(row?.payload));
  const set = (row: typeof first, payload: unknown) =>
    tx
      .update(jobs)
      .set({ payload })
      .where(eq(jobs.id, row?.id ?? JobId.parse(randomUUID())));
  await set(first, { ...toBrett, recipient: "stranger@elsewhere.example" });
  await set(second, { ...toBetty, sealed: toBrett?.sealed });

  await deliver(tx, transport, now);
  expect(letters).toEqual([]);
});

test("a mail of a transaction that is rolled back is never sent", async ({ tx }) => {
  const { letters, transport } = aPostOffice();
  await tx
    .transaction(async (inner) => {
      await queueMail(inner, brett, removed, now);
      throw new Error("undone");
    })
    .catch(() => {});
  await deliver(tx, transport, now);
  expect(letters).toEqual([]);
});
