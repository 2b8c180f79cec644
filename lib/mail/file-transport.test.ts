import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { fileTransport } from "@/lib/mail/file-transport";
import { MailFileName } from "@/lib/mail/mail-file";

const letter = {
  key: "organization.invite/1",
  to: "betty.warden@provider.example",
  subject: "Join",
  text: "text",
  html: "<p>html</p>",
  link: "http://127.0.0.1:3000/invite/x",
  createdAt: new Date("2026-11-22T09:00:00.123Z"),
};

let folder: string;
let said: string[];
const transport = () => fileTransport(folder, (line) => said.push(line));

beforeEach(() => {
  said = [];
  folder = mkdtempSync(join(tmpdir(), "mail-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

test("a letter becomes one file for its owner's eyes, and its link stands on the terminal", async () => {
  await transport()(letter);
  const [name = "", ...more] = readdirSync(folder);
  expect(more).toEqual([]);
  expect(name).toMatch(/^2026-11-22T09-00-00-123\d{6}Z-betty\.warden@provider\.example\.json$/);
  expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
  expect(JSON.parse(readFileSync(join(folder, name), "utf8"))).toEqual({
    ...letter,
    createdAt: "2026-11-22T09:00:00.123Z",
  });
  expect(said).toEqual([`Mail to ${letter.to}: ${letter.link}`]);
});

test("the second attempt leaves one file, another letter of the same moment a second", async () => {
  const send = transport();
  await send(letter);
  await send(letter);
  expect(readdirSync(folder)).toHaveLength(1);
  await send({ ...letter, key: "organization.invite/2" });
  expect(readdirSync(folder)).toHaveLength(2);
});

test("an address with a slash stays within the folder", async () => {
  await transport()({ ...letter, to: "a/../../b@provider.example" });
  const [name = ""] = readdirSync(folder);
  expect(MailFileName.parse(name)).toMatch(/a_\.\._\.\._b@provider\.example\.json$/);
});
