import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findSecrets } from "./find-secrets.mjs";
import { recordRequests } from "./record-requests.mjs";

const secret = "canary 0123456789abcdef";
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "trousseau-secrets-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

test("a secret is found in a file of a folder, and said to be there once for each form", () => {
  mkdirSync(join(folder, "profile/deep"), { recursive: true });
  const file = join(folder, "profile/deep/store");
  writeFileSync(file, `${secret} and ${secret}, ${Buffer.from(secret).toString("hex")}`);
  writeFileSync(join(folder, "profile/other"), "nothing");
  const { bytes, found } = findSecrets([join(folder, "profile")], [secret, "another text"]);
  expect(found).toEqual([
    { file, secret, form: "plain" },
    { file, secret, form: "hexadecimal" },
  ]);
  expect(bytes).toBeGreaterThan(90);
});

test("what is sent through the recorder is written down, and arrives", async () => {
  const arrived: string[] = [];
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    arrived.push(Buffer.concat(parts).toString());
    response.end("done");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const file = join(folder, "requests");
  const recorder = await recordRequests(file);
  recorder.leadTo((server.address() as AddressInfo).port);
  const answer = await fetch(`${recorder.url}/a?q=${encodeURIComponent(secret)}`, {
    method: "POST",
    body: `body ${secret}`,
  });
  expect(await answer.text()).toBe("done");
  await recorder.stop();
  await new Promise((resolve) => server.close(resolve));
  expect(arrived).toEqual([`body ${secret}`]);
  expect(findSecrets([file], [secret]).found.map(({ form }) => form)).toEqual(["plain", "address"]);
});
