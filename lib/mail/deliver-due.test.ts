import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { outbox } from "@/db/schema/outbox";
import { test } from "@/db/testing";
import { deliverDue } from "@/lib/mail/deliver-due";
import { type Letter, NotSent } from "@/lib/mail/letter";
import { queueMail } from "@/lib/operations/mail/queue-mail";

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
  const [queued] = await tx.select().from(outbox);
  expect(queued?.payload).not.toContain("secret-of-the-link");

  expect(await deliverDue(tx, now, transport)).toBe(1);
  expect(await deliverDue(tx, now, transport)).toBe(0);

  expect(letters).toMatchObject([
    {
      key: `organization.invite/${queued?.id}`,
      to: brett.email,
      subject: "Join My Client's Organization",
      link: invited.link,
    },
  ]);
  const [row] = await tx.select().from(outbox);
  expect(row).toMatchObject({ payload: null, attempts: 1, failedAt: null, lockedUntil: null });
  expect(row?.sentAt).toBeInstanceOf(Date);
});

test("a mail that could not be sent is tried again later under the same key", async ({ tx }) => {
  const { letters, transport } = aPostOffice();
  await queueMail(tx, brett, removed, now);

  await deliverDue(tx, now, refusing);
  const [row] = await tx.select().from(outbox);
  expect(row).toMatchObject({
    attempts: 1,
    lastError: "rate_limit_exceeded 429",
    sentAt: null,
    lockedUntil: null,
  });
  expect(await deliverDue(tx, now, transport)).toBe(0);
  expect(await deliverDue(tx, later(1), transport)).toBe(1);
  expect(letters[0]?.key).toBe(`provider.removed/${row?.id}`);
});

test("after a day it is given up, and its contents are erased", async ({ tx }) => {
  await queueMail(tx, brett, invited, now);
  await deliverDue(tx, later(24 * 60), refusing);
  const [row] = await tx.select().from(outbox);
  expect(row?.failedAt).toBeInstanceOf(Date);
  expect(row?.payload).toBeNull();
  expect(await deliverDue(tx, later(48 * 60), refusing)).toBe(0);
});

test("a mail taken by a worker that died is sent by another once the lease is over", async ({ tx }) => {
  const { letters, transport } = aPostOffice();
  await queueMail(tx, brett, removed, now);
  await tx.update(outbox).set({ lockedUntil: later(5), attempts: 1 });

  expect(await deliverDue(tx, later(4), transport)).toBe(0);
  expect(await deliverDue(tx, later(5), transport)).toBe(1);
  expect(letters).toHaveLength(1);
});

test("a payload that another secret sealed is an error of that mail alone", async ({ tx }) => {
  const { letters, transport } = aPostOffice();
  await queueMail(tx, brett, removed, now);
  await tx.update(outbox).set({ payload: "AAAA" });
  await queueMail(tx, brett, removed, later(1));

  expect(await deliverDue(tx, later(1), transport)).toBe(2);
  expect(letters).toHaveLength(1);
});

test("what was sealed for one row and recipient is sent to nobody else", async ({ tx }) => {
  const { letters, transport } = aPostOffice();
  const betty = { email: "betty.warden@provider.example", locale: "en" as const };
  await queueMail(tx, brett, invited, now);
  await queueMail(tx, betty, removed, now);
  const rows = await tx.select().from(outbox);
  const payloadTo = (email: string) => rows.find(({ recipient }) => recipient === email)?.payload ?? null;
  const at = (email: string) => eq(outbox.recipient, email);
  await tx
    .update(outbox)
    .set({ payload: payloadTo(brett.email) })
    .where(at(betty.email));
  await tx.update(outbox).set({ recipient: "stranger@elsewhere.example" }).where(at(brett.email));

  await deliverDue(tx, now, transport);
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
  await deliverDue(tx, now, transport);
  expect(letters).toEqual([]);
});
