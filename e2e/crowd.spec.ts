import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { startServer } from "../scripts/lib/server.mjs";

/** The status of an answer, whether it says when to come again, and after how many milliseconds it was there. */
async function answerTo(url: string, init?: RequestInit) {
  const began = performance.now();
  const response = await fetch(url, { ...init, redirect: "manual" });
  await response.text();
  const retryAfter = response.headers.get("retry-after");
  return { status: response.status, retryAfter, ms: performance.now() - began };
}

test("of a crowd, those beyond what the server can do are told to come again, and no page fails", async () => {
  const folder = mkdtempSync(join(tmpdir(), "trousseau-crowd-"));
  const env = { LOG_LEVEL: "silent" };
  const server = await startServer({ dataDir: join(folder, "data"), output: join(folder, "log"), env });
  try {
    const logIn = {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: "email=x&csrfToken=x",
    };
    const crowd = [
      ...Array.from({ length: 400 }, () => answerTo(`${server.url}/log-in`)),
      ...Array.from({ length: 200 }, () => answerTo(`${server.url}/api/auth/callback/credentials`, logIn)),
    ];
    const ready = await answerTo(`${server.url}/api/ready`);
    expect(ready.ms).toBeLessThan(2_000);

    const answers = await Promise.all(crowd);
    const refused = answers.filter(({ status }) => status === 503);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.filter(({ retryAfter }) => retryAfter !== "2")).toEqual([]);
    expect(answers.filter(({ status }) => status >= 500 && status !== 503)).toEqual([]);
    expect((await answerTo(`${server.url}/log-in`)).status).toBe(200);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true });
  }
});
