import { EventEmitter, once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type Database, openDatabase } from "@/db/client";
import { migrate } from "@/db/migrate";
import { outbox } from "@/db/schema/outbox";
import { parseEnvironment } from "@/lib/env";
import { deliverDue } from "@/lib/mail/deliver-due";
import { deliveryOf } from "@/lib/mail/delivery";
import type { Letter } from "@/lib/mail/letter";
import { mailNames } from "@/lib/mail/mail-folder";
import { deliverSoon, startOutbox } from "@/lib/mail/outbox-worker";
import { queueMail } from "@/lib/operations/mail/queue-mail";

const dataDir = mkdtempSync(join(tmpdir(), "outbox-"));
const env = parseEnvironment({ DATA_DIR: dataDir });
let db: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await openDatabase(env));
  await migrate(db);
});
afterAll(async () => {
  await close();
  rmSync(dataDir, { recursive: true });
});

const commitMailTo = (email: string) =>
  db.transaction((tx) =>
    queueMail(
      tx,
      { email, locale: "en" },
      { kind: "provider.removed", providerName: "My Provider" },
      new Date(),
    ),
  );
const delivered = () => mailNames(join(dataDir, "mail"));

test("mail that was committed before a crash leaves after the next start, later mail at once", async () => {
  await commitMailTo("brett.warden@provider.example");
  deliverSoon();
  expect(await delivered()).toEqual([]);

  const stop = startOutbox(deliveryOf(db, env.mail));
  await vi.waitFor(async () => expect(await delivered()).toHaveLength(1), 5000);

  await commitMailTo("betty.warden@provider.example");
  deliverSoon();
  deliverSoon();
  await vi.waitFor(async () => expect(await delivered()).toHaveLength(2), 5000);

  await stop();
  await commitMailTo("billy.warden@provider.example");
  deliverSoon();
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await delivered()).toHaveLength(2);
});

test("stopping waits for the mail that is under way, and gives the others back", async () => {
  await db.delete(outbox);
  for (const name of ["brett", "betty", "billy"]) await commitMailTo(`${name}.warden@provider.example`);
  const sent: string[] = [];
  const post = new EventEmitter();
  const underWay = once(post, "under way");
  const transport = async ({ to }: Letter) => {
    const arrival = once(post, "arrives");
    post.emit("under way");
    await arrival;
    sent.push(to);
  };
  const stop = startOutbox((goesOn) => deliverDue(db, new Date(), transport, goesOn));
  await underWay;
  const stopped = stop().then(() => sent.length);
  post.emit("arrives");

  expect(await stopped).toBe(1);
  const rows = await db.select().from(outbox);
  expect(rows.filter(({ sentAt }) => sentAt)).toHaveLength(1);
  expect(
    rows.filter(({ sentAt, attempts, lockedUntil }) => !sentAt && !attempts && !lockedUntil),
  ).toHaveLength(2);
});

test("a process that does not deliver mail is not disturbed by it", () => {
  expect(() => deliverSoon()).not.toThrow();
});
