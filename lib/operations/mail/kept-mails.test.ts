import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, vi } from "vitest";
import { jobs } from "@/db/schema/jobs";
import { fileTransport } from "@/lib/mail/file-transport";
import { listMails } from "@/lib/operations/mail/list-mails";
import { readKeptMail } from "@/lib/operations/mail/read-kept-mail";
import { ask } from "@/lib/operations/query";
import { test } from "@/test/database";
import { aPerson } from "@/test/people";

const folder = vi.hoisted(() => ({ path: "" }));
vi.mock("@/lib/env", async (original) => {
  const real = await original<typeof import("@/lib/env")>();
  const environment = () => ({
    ...real.environment(),
    mail: { by: "file" as const, folder: folder.path, from: "Trousseau <portal@provider.example>" },
  });
  return { ...real, environment };
});

const letter = (day: number) => ({
  key: `provider.removed/${day}`,
  to: "betty.warden@provider.example",
  subject: `Mail of day ${day}`,
  text: "text",
  html: "<p>html</p>",
  link: null,
  createdAt: new Date(Date.UTC(2026, 10, day)),
});

beforeAll(async () => {
  folder.path = mkdtempSync(join(tmpdir(), "mail-"));
  for (const day of [20, 22, 21]) await fileTransport(folder.path)(letter(day));
  writeFileSync(join(folder.path, "2026-11-23T00-00-00-000Z-0000-broken@provider.example.json"), "{");
  writeFileSync(join(folder.path, ".draft"), "{");
});
afterAll(() => rmSync(folder.path, { recursive: true }));

test("an instance administrator reads the kept mails, newest first", async ({ tx }) => {
  const { actor } = await aPerson(tx, "Brett Warden", { instanceRole: "administrator" });
  const { by, mails } = await ask(tx, listMails, actor, {});
  expect(by).toBe("file");
  expect(mails.map(({ subject }) => subject)).toEqual(["Mail of day 22", "Mail of day 21", "Mail of day 20"]);

  const [newest] = mails;
  const mail = await ask(tx, readKeptMail, actor, { name: newest?.name ?? "" });
  expect(mail).toMatchObject({ subject: "Mail of day 22", text: "text", html: "<p>html</p>", link: null });
});

test("mails are counted by state, and other jobs are not", async ({ tx }) => {
  const { actor } = await aPerson(tx, "Brett Warden", { instanceRole: "administrator" });
  const row = { kind: "mail" as const };
  const at = new Date();
  await tx
    .insert(jobs)
    .values([
      row,
      row,
      { ...row, finishedAt: at },
      { ...row, failedAt: at, lastError: "x 500" },
      { kind: "sweep", finishedAt: at },
    ]);
  const { outbox: state } = await ask(tx, listMails, actor, {});
  expect(state).toEqual({ waiting: 2, sent: 1, failed: 1, lastError: "x 500" });
});

test("to others there is no such page", async ({ tx }) => {
  const { actor } = await aPerson(tx, "Betty Warden");
  const name = "2026-11-22T00-00-00-000Z-0000-betty.warden@provider.example.json";
  await expect(ask(tx, listMails, actor, {})).rejects.toMatchObject({ name: "NotFound" });
  await expect(ask(tx, readKeptMail, actor, { name })).rejects.toMatchObject({ name: "NotFound" });
});

test("a name leads to no other file", async ({ tx }) => {
  const { actor } = await aPerson(tx, "Brett Warden", { instanceRole: "administrator" });
  for (const name of ["../secret", "2026-/../../secret.json", ".draft", "/etc/passwd"])
    await expect(ask(tx, readKeptMail, actor, { name })).rejects.toMatchObject({ name: "ZodError" });
  await expect(
    ask(tx, readKeptMail, actor, { name: "2026-11-23T00-00-00-000Z-0000-broken@provider.example.json" }),
  ).rejects.toMatchObject({ name: "NotFound" });
});
