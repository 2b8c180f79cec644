import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type Database, openDatabase } from "@/db/client";
import { migrate } from "@/db/migrate";
import { parseEnvironment } from "@/lib/env";
import { deliveryOf } from "@/lib/mail/delivery";
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

test("a process that does not deliver mail is not disturbed by it", () => {
  expect(() => deliverSoon()).not.toThrow();
});
