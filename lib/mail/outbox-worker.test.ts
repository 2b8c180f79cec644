import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { closeSharedDatabase, openSharedDatabase } from "@/db/index";
import { migrate } from "@/db/migrate";
import { parseEnvironment } from "@/lib/env";
import { mailNames } from "@/lib/mail/mail-folder";
import { deliverSoon, startOutbox } from "@/lib/mail/outbox-worker";
import { queueMail } from "@/lib/operations/mail/queue-mail";

const env = vi.hoisted(() => ({ dataDir: "" }));
vi.mock("@/lib/env", async (original) => {
  const real = await original<typeof import("@/lib/env")>();
  return { ...real, environment: () => real.parseEnvironment({ DATA_DIR: env.dataDir }) };
});

let db: Awaited<ReturnType<typeof openSharedDatabase>>;
beforeAll(async () => {
  env.dataDir = mkdtempSync(join(tmpdir(), "outbox-"));
  db = await openSharedDatabase(parseEnvironment({ DATA_DIR: env.dataDir }));
  await migrate(db);
});
afterAll(async () => {
  await closeSharedDatabase();
  rmSync(env.dataDir, { recursive: true });
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
const delivered = () => mailNames(join(env.dataDir, "mail"));

test("mail that was committed before a crash leaves after the next start, later mail at once", async () => {
  await commitMailTo("brett.warden@provider.example");
  deliverSoon();
  expect(await delivered()).toEqual([]);

  const stop = startOutbox();
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
